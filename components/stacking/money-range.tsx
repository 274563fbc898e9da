import { formatUsd } from "@/lib/wording/money";

/** Exchange form; max null: no upper bound. Equal bounds are one certain amount. */
export type MoneyRange = { readonly min: string; readonly max: string | null };

const isZero = (amount: string): boolean => /^-?[0.]+$/.test(amount);

/** A certain amount on one line; a range says its lower and its upper end, one below the other. */
export function RangeCell({ range: { min, max } }: { readonly range: MoneyRange }) {
  if (min === max) return isZero(min) ? <span className="text-muted">{formatUsd(min)}</span> : formatUsd(min);
  return (
    <>
      <span className="font-sans text-muted">at least </span>
      {formatUsd(min)}
      <span className="block">
        {max === null ? (
          <span className="font-sans text-muted">no upper bound</span>
        ) : (
          <>
            <span className="font-sans text-muted">up to </span>
            {formatUsd(max)}
          </>
        )}
      </span>
    </>
  );
}
