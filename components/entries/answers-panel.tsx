import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";

export type GivenAnswer = {
  /** Sent as `question` when it is withdrawn. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** "Ana Reyes, 2026-11-21 09:03 ET". */
  readonly record: string;
};

type AnswersPanelProps = {
  readonly answers: readonly GivenAnswer[];
  /** Null where nobody may answer here. */
  readonly withdraw: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
};

/** What somebody answered about the entry, by whom and when. Sends `question=<id>`. */
export function AnswersPanel({ answers, withdraw, hidden }: AnswersPanelProps) {
  return (
    <Panel title="Answers given" flush>
      <ul className="divide-y divide-line">
        {answers.map(({ id, question, answer, record }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0">
              <p>
                {question} <span className="font-medium">{answer}</span>
              </p>
              <p className="text-sm text-muted">{record}</p>
            </div>
            {withdraw === null ? null : (
              <ActionForm
                action={withdraw}
                hidden={{ ...hidden, question: id }}
                submit="Withdraw the answer"
                variant="secondary"
                size="sm"
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
