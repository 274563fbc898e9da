import { countOf } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

type FilterTotalsProps = {
  readonly entries: number;
  /** Certain refundable duty of the whole filtered set, exchange form. */
  readonly refundable: string;
  /** What more it could be where a rate or a duty is not known; null when every figure is certain. */
  readonly upTo: string | null;
  /** Entries whose amount has no upper bound. */
  readonly unbounded: number;
  /** Accrued interest, exchange form. */
  readonly interest: string;
};

/** Counts and dollars of the whole filter, not of the page that is shown. */
export function FilterTotals({ entries, refundable, upTo, unbounded, interest }: FilterTotalsProps) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <span>{countOf(entries, "entry", "entries")}</span>
      <span>
        <span className="text-muted">Refundable </span>
        <span className="font-mono font-medium">{formatUsd(refundable)}</span>
        {upTo === null ? null : (
          <span className="text-muted">
            , up to <span className="font-mono">{formatUsd(upTo)}</span>
          </span>
        )}
      </span>
      <span>
        <span className="text-muted">Interest, estimate </span>
        <span className="font-mono font-medium">{formatUsd(interest)}</span>
      </span>
      {unbounded === 0 ? null : (
        <span className="text-caution">
          {countOf(unbounded, "entry has", "entries have")} an amount that cannot be bounded yet
        </span>
      )}
    </p>
  );
}
