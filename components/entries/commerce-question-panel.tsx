import type { FormAction } from "@/components/ui/form-state";
import { QuestionPanel } from "./question-panel";

type CommerceQuestionPanelProps = {
  /** AD/CVD case numbers, as the files show them. */
  readonly cases: readonly string[];
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

const ANSWERS = [
  {
    value: "yes",
    label: "Yes, instructions were issued",
    effect: "The entry awaits liquidation under 19 U.S.C. 1504(d), and CAPE refuses it for now.",
  },
  {
    value: "no",
    label: "No, it is still suspended",
    effect: "CAPE takes the entry now; the refund follows when it liquidates.",
  },
] as const;

/** Whether the suspension of an AD/CVD entry has ended. Sends `instructed=yes|no`. */
export function CommerceQuestionPanel({ cases, action, hidden }: CommerceQuestionPanelProps) {
  return (
    <QuestionPanel
      question={
        <>
          Has Commerce issued liquidation instructions for the AD/CVD case
          {cases.length === 0 ? null : <span className="font-mono"> {cases.join(", ")}</span>}?
        </>
      }
      name="instructed"
      answers={ANSWERS}
      why="the status does not say whether the suspension has ended. The messages of the case in ACE (AD/CVD) tell. The answer is stored with your name and the time."
      action={action}
      hidden={hidden}
    />
  );
}
