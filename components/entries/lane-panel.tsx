import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Lane } from "@/lib/domain";
import { LANE_WORDS } from "@/lib/wording/lanes";

type LanePanelProps = {
  readonly lane: Lane;
  /** What changes the lane's usual next step for this entry, such as a type 09 due soon. */
  readonly nextStep?: string;
  /** How old the files are on which the lane rests; not given where no file carries its day. */
  readonly age?: string;
  readonly actions?: ReactNode;
};

/** The verdict on one entry: the lane, what it means, and what to do next. */
export function LanePanel({ lane, nextStep, age, actions }: LanePanelProps) {
  const words = LANE_WORDS[lane];
  return (
    <Notice tone={words.tone} title={words.name} actions={actions}>
      <p>{words.meaning}</p>
      <p>
        <span className="text-muted">Next step: </span>
        {nextStep ?? words.nextStep}
      </p>
      {age === undefined ? null : <p className="text-sm text-muted">{age}</p>}
    </Notice>
  );
}
