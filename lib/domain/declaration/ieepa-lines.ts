import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import type { Chapter99Code, HtsNumber } from "../identifiers";
import type { Usd } from "../money";
import type { AmountRange } from "../refund/amount-range";
import type { Column1Rates } from "../refund/column1-rates";
import { type StackRow, stackOf } from "../refund/stack";

/** One IEEPA number of a line as an auditor reads it: what was paid at which rate, and what is claimed back. */
export type IeepaLine = {
  /** Null where the file has no line numbers. */
  readonly lineNumber: string | null;
  readonly code: Chapter99Code;
  readonly programName: string | null;
  /** The commodity number of the same line; null when it has none or several. */
  readonly commodity: HtsNumber | null;
  /** Entered value of the line, USD. */
  readonly lineValue: Usd | null;
  /** "20" means that the duty is 20 % of the value; null where that cannot be told. */
  readonly percentFiled: string | null;
  /** USD; null where the cell is unreadable. */
  readonly dutyPaid: Usd | null;
  /** USD. The correct IEEPA rate is 0 on every day; what is not claimed is ordinary duty that is due again. */
  readonly refundable: AmountRange;
  readonly source: FactSource;
};

/** The rows of an entry that bear IEEPA duty, or a correction of it, in the order of the entry summary. */
export function ieepaLinesOf(entry: Entry, column1: Column1Rates): readonly IeepaLine[] {
  const stack = stackOf(entry, column1);
  const commodities = commoditiesByLine(stack);
  return stack.flatMap((row): readonly IeepaLine[] => {
    const { place, code, authority, dutyPaid } = row;
    if (authority !== "IEEPA" || code === null || dutyPaid?.isZero() === true) return [];
    return [
      {
        lineNumber: place.lineNumber,
        code,
        programName: row.programName,
        commodity: commodities.get(place.lineNumber) ?? null,
        lineValue: row.lineValue,
        percentFiled: row.percentFiled,
        dutyPaid,
        refundable: row.refundable,
        source: { file: place.file, row: place.fileRow },
      },
    ];
  });
}

/** Null where a line has several. */
function commoditiesByLine(stack: readonly StackRow[]): ReadonlyMap<string | null, HtsNumber | null> {
  const found = new Map<string | null, HtsNumber | null>();
  for (const { place, authority, hts } of stack)
    if (authority === "COLUMN_1") found.set(place.lineNumber, found.has(place.lineNumber) ? null : hts);
  return found;
}
