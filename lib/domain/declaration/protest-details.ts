import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { lookUpChapter99 } from "../law/chapter-99";
import type { Citation } from "../law/citation";
import { subtractUsd, type Usd, usdText } from "../money";
import type { IeepaLine } from "./ieepa-lines";

/**
 * The first four columns of the "Protest Details Spreadsheet" that CBP recommends with a protest; more may follow. ACE
 * takes it as Excel, CSV or TXT.
 */
export const PROTEST_DETAILS = {
  columns: ["Entry Number", "Entry Line Number", "Change From", "Change To"],
  title: "Protest Details Spreadsheet",
  source: {
    law: "CBP, Recommended Submission of Spreadsheets for Entry Changes Being Protested",
    published: "CBP ACE Messaging Service bulletin 2f47125",
  } satisfies Citation,
} as const;

/** One change that a protest asks for. */
export type ProtestedLine = {
  readonly number: EntryNumber;
  /** Null where no file shows line numbers. */
  readonly lineNumber: string | null;
  readonly changeFrom: string;
  readonly changeTo: string;
  readonly liquidatedOn: Day | null;
  /** 180 days after liquidation (19 U.S.C. 1514(c)(3)(A)); null while that day is not known. */
  readonly lastDay: Day | null;
  /** USD; null where the cell is unreadable. */
  readonly dutyPaid: Usd | null;
  /** USD; null where only a range is known. */
  readonly refundable: Usd | null;
};

type ProtestedEntry = Pick<ProtestedLine, "number" | "liquidatedOn" | "lastDay"> & {
  readonly lines: readonly IeepaLine[];
};

/** The changes of one entry: every IEEPA number that bore duty is struck out. What is ordinary duty in it stays due. */
export const protestDetails = ({ lines, ...entry }: ProtestedEntry): readonly ProtestedLine[] =>
  lines.map((line) => {
    const { min, max } = line.refundable;
    const refundable = max?.equals(min) === true ? min : null;
    return {
      ...entry,
      lineNumber: line.lineNumber,
      ...changeOf(line, refundable),
      dutyPaid: line.dutyPaid,
      refundable,
    };
  });

function changeOf(
  { code, percentFiled, dutyPaid }: IeepaLine,
  refundable: Usd | null,
): { readonly changeFrom: string; readonly changeTo: string } {
  const rate = percentFiled === null ? "" : `, ${percentFiled}%`;
  const paid = dutyPaid === null ? "duty not readable in the report" : `duty ${usdText(dutyPaid)}`;
  const changeFrom = `${code}${rate}, ${paid}`;
  const holdsOrdinaryDuty = lookUpChapter99(code, null, null)?.includesColumn1 === true;
  if (!holdsOrdinaryDuty) return { changeFrom, changeTo: `Delete ${code}; IEEPA duty 0.00` };
  if (dutyPaid === null || refundable === null)
    return { changeFrom, changeTo: `Delete ${code}; ordinary duty at the column 1 rate of the goods only` };
  const ordinary = usdText(subtractUsd(dutyPaid, refundable));
  return { changeFrom, changeTo: `Delete ${code}; ordinary duty ${ordinary} only` };
}
