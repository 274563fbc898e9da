import { clsx } from "clsx";

type MoneyProps = {
  /** As people read it: `1,234,567.00`; null when the figure is not known. */
  readonly amount: string | null;
  /** Words for an amount that is not known; always read, never a bare dash. */
  readonly unknown?: string;
  readonly className?: string;
};

/** An amount of US dollars: mono cut, tabular figures, always with cents. Alignment belongs to the cell around it. */
export function Money({ amount, unknown = "not known", className }: MoneyProps) {
  if (amount === null) return <span className={clsx("font-sans text-muted", className)}>{unknown}</span>;
  return <span className={clsx("font-mono whitespace-nowrap", className)}>{amount}</span>;
}
