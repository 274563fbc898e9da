import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";

type QuestionPanelProps = {
  readonly question: ReactNode;
  /** The field that is sent, with the value of the chosen answer. */
  readonly name: string;
  readonly answers: readonly {
    readonly value: string;
    readonly label: string;
    readonly effect: string;
  }[];
  readonly why: string;
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

/** One question that no file answers, with what each answer leads to. */
export function QuestionPanel({ question, name, answers, why, action, hidden }: QuestionPanelProps) {
  return (
    <Panel title="One question decides the lane">
      <ActionForm action={action} hidden={hidden} submit="Answer">
        <fieldset className="space-y-2">
          <legend className="mb-1">{question}</legend>
          {answers.map(({ value, label, effect }) => (
            <label key={value} className="flex gap-2.5">
              <input
                type="radio"
                name={name}
                value={value}
                required
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span>
                {label}
                <span className="block text-sm text-muted">{effect}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="text-sm text-muted">Why we ask: {why}</p>
      </ActionForm>
    </Panel>
  );
}
