import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Lane } from "@/lib/domain";
import { LANE_WORDS } from "@/lib/wording/lanes";

type LanePanelProps = {
  readonly lane: Lane;
  /** What changes the lane's usual next step for this entry, such as a type 09 due soon. */
  readonly nextStep?: string;
  readonly actions?: ReactNode;
};

/** The verdict on one entry: the lane, what it means, and what to do next. */
export function LanePanel({ lane, nextStep, actions }: LanePanelProps) {
  const words = LANE_WORDS[lane];
  return (
    <Notice tone={words.tone} title={words.name} actions={actions}>
      <p>{words.meaning}</p>
      <p>
        <span className="text-muted">Next step: </span>
        {nextStep ?? words.nextStep}
      </p>
    </Notice>
  );
}
