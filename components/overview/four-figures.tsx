import { Stat, StatRow } from "@/components/ui/stat";
import { formatUsd } from "@/lib/wording/money";

type Figure = {
  /** Exchange form. */
  readonly amount: string;
  readonly href: string;
  readonly note: string;
};

type FourFiguresProps = {
  readonly refundable: Figure;
  readonly interest: Figure;
  readonly filed: Figure;
  readonly received: Figure;
};

/** The four figures a CFO asks for, each a link to its rows. */
export function FourFigures({ refundable, interest, filed, received }: FourFiguresProps) {
  const figures = [
    { label: "Refundable principal", ...refundable },
    { label: "Interest, estimate", ...interest },
    { label: "Filed", ...filed },
    { label: "Received", ...received },
  ];
  return (
    <StatRow>
      {figures.map(({ label, amount, href, note }) => (
        <Stat key={label} label={label} figure={formatUsd(amount)} unit="USD" note={note} href={href} />
      ))}
    </StatRow>
  );
}
