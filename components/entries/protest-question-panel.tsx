import type { FormAction } from "@/components/ui/form-state";
import { QuestionPanel } from "./question-panel";

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

/** What the open protest is about. Sends `onlyAboutIeepa=yes|no`. */
export function ProtestQuestionPanel({ protestNumber, status, action, hidden }: ProtestQuestionPanelProps) {
  const words = status === null ? "" : `, status ${status}`;
  return (
    <QuestionPanel
      question={
        <>
          Is the protest {protestNumber === null ? null : <span className="font-mono">{protestNumber}</span>}
          {words} only about IEEPA duty?
        </>
      }
      name="onlyAboutIeepa"
      answers={ANSWERS}
      why="CAPE refuses an entry with an open protest, and no ACE report shows what a protest is about. The answer is stored per protest number, with your name and the time."
      action={action}
      hidden={hidden}
    />
  );
}
