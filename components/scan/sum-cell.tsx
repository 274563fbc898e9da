import { Td } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

export type Sum = {
  readonly entries: number;
  /** Exchange form; certain refunds only. */
  readonly refundable: string;
  readonly ranges: number;
};

/** A certain sum, and how many entries it leaves out because only a range is known. */
export function SumCell({ sum }: { readonly sum: Sum }) {
  return (
    <Td num>
      {formatUsd(sum.refundable)}
      {sum.ranges === 0 ? null : (
        <span className="block font-sans text-muted">
          and {sum.ranges.toLocaleString("en-US")} {sum.ranges === 1 ? "range" : "ranges"}
        </span>
      )}
    </Td>
  );
}
