import { Stat, StatRow } from "@/components/ui/stat";
import { formatUsd } from "@/lib/wording/money";

type Figure = {
  /** Exchange form. */
  readonly amount: string;
  readonly note: string;
};

export type RefundFiguresProps = {
  readonly received: Figure;
  readonly stopped: Figure;
  readonly differences: Figure;
  readonly unmatched: Figure;
};

export function RefundFigures({ received, stopped, differences, unmatched }: RefundFiguresProps) {
  const figures = [
    { label: "Received", ...received },
    { label: "Diverted or returned", ...stopped },
    { label: "Differences", ...differences },
    { label: "Unmatched", ...unmatched },
  ];
  return (
    <StatRow>
      {figures.map(({ label, amount, note }) => (
        <Stat key={label} label={label} figure={formatUsd(amount)} unit="USD" note={note} />
      ))}
    </StatRow>
  );
}
