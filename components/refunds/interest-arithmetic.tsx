import { InterestWorksheet } from "@/components/entries/interest-worksheet";
import { Panel } from "@/components/ui/panel";
import type { ComponentProps } from "react";

type Worksheet = ComponentProps<typeof InterestWorksheet>;

export type InterestArithmeticProps = {
  readonly title: string;
  readonly note: string;
  readonly theirs: Worksheet;
  readonly ours: Worksheet;
};

/** The interest that was paid, recomputed the way that gives its cents, above ours. */
export function InterestArithmetic({ title, note, theirs, ours }: InterestArithmeticProps) {
  return (
    <Panel title={title} note={note} flush>
      <div className="divide-y divide-line">
        <InterestWorksheet {...theirs} />
        <InterestWorksheet {...ours} />
      </div>
    </Panel>
  );
}
