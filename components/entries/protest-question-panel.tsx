import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";

type ProtestQuestionPanelProps = {
  readonly protestNumber: string | null;
  readonly status: string | null;
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

const ANSWERS = [
  {
    value: "yes",
    label: "Yes, only IEEPA duty",
    effect: "Counsel may withdraw it; then CAPE takes the entry until day 80.",
  },
  {
    value: "no",
    label: "No, something else too",
    effect: "The protest keeps the entry out of CAPE; leave it in place.",
  },
] as const;

/** The one question no file answers. Sends `onlyAboutIeepa=yes|no`. */
export function ProtestQuestionPanel({ protestNumber, status, action, hidden }: ProtestQuestionPanelProps) {
  const words = status === null ? "" : `, status ${status}`;
  return (
    <Panel title="One question decides the lane">
      <ActionForm action={action} hidden={hidden} submit="Answer">
        <fieldset className="space-y-2">
          <legend className="mb-1">
            Is the protest{" "}
            {protestNumber === null ? null : <span className="font-mono">{protestNumber}</span>}
            {words} only about IEEPA duty?
          </legend>
          {ANSWERS.map(({ value, label, effect }) => (
            <label key={value} className="flex gap-2.5">
              <input
                type="radio"
                name="onlyAboutIeepa"
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
        <p className="text-sm text-muted">
          Why we ask: CAPE refuses an entry with an open protest, and no ACE report shows what a protest is
          about. The answer is stored per protest number, with your name and the time.
        </p>
      </ActionForm>
    </Panel>
  );
}
