import type { Day } from "../day";
import type { FactSource } from "../facts";
import { groupBy } from "../intake/group-by";
import { type Usd, usdText } from "../money";
import type { NonEmpty } from "../result";
import { sameNumber } from "./fold-payments";
import { statusRank } from "./payment-status";
import type { RefundRow } from "./refund-rows";
import { byText } from "../text-order";
import { lastKnown } from "./last-known";

/** One refund of one entry: everything that all rows together show of it. */
export type EntryRefund = Omit<RefundRow, "source"> & {
  readonly sources: readonly FactSource[];
  /** Principal and interest that other rows of the same refund show: the reports disagree. */
  readonly otherAmounts: readonly { readonly principal: Usd | null; readonly interest: Usd | null }[];
};

/**
 * Refunds of entries from rows in any order and any overlap. One refund is an entry with a refund number; a row without
 * one is an earlier look at the refund that got its number later, where the entry has only one.
 */
export function foldRefunds(rows: readonly RefundRow[]): readonly EntryRefund[] {
  const refunds: EntryRefund[] = [];
  for (const [, ofEntry] of groupBy(rows, ({ number }) => number)) {
    const groups = groupBy(ofEntry, ({ refundNumber }) =>
      refundNumber === null ? "" : sameNumber(refundNumber),
    );
    const unnumbered = groups.get("") ?? [];
    const numbered = [...groups].flatMap(([key, group]) => (key === "" ? [] : [group]));
    const [only, ...others] = numbered;
    if (only !== undefined && others.length === 0) refunds.push(refundOf([...only, ...unnumbered]));
    else {
      for (const group of numbered) refunds.push(refundOf(group));
      // Which of several refunds it was a look at cannot be known; alone, it is the refund.
      const [first, ...more] = unnumbered;
      if (first !== undefined && only === undefined) refunds.push(refundOf([first, ...more]));
    }
  }
  return refunds.toSorted((a, b) => byText(keyOf(a), keyOf(b)));
}

const keyOf = ({ number, refundNumber }: EntryRefund): string => `${number} ${refundNumber ?? ""}`;

function refundOf(rows: NonEmpty<RefundRow>): EntryRefund {
  const inOrder = rows.toSorted(byProgress) as unknown as NonEmpty<RefundRow>;
  const { last, known } = lastKnown(inOrder);
  const shown = {
    principal: known((row) => row.principal),
    interest: known((row) => row.interest),
  };
  const others = new Map(
    inOrder
      .filter((row) => differs(row.principal, shown.principal) || differs(row.interest, shown.interest))
      .map(({ principal, interest }) => [amountsText({ principal, interest }), { principal, interest }]),
  );
  return {
    ...shown,
    number: last.number,
    sources: inOrder.map(({ source }) => source),
    claimNumber: known((row) => row.claimNumber),
    importerNumber: known((row) => row.importerNumber),
    notifyNumber: known((row) => row.notifyNumber),
    liquidationDate: known((row) => row.liquidationDate),
    refundNumber: known((row) => row.refundNumber),
    refundDate: known((row) => row.refundDate),
    trace: known((row) => row.trace),
    status: last.status,
    statusFound: last.statusFound,
    otherAmounts: [...others].toSorted(([a], [b]) => byText(a, b)).map(([, amounts]) => amounts),
  };
}

/** A row that lacks a figure contradicts nobody. */
const differs = (a: Usd | null, b: Usd | null): boolean => a !== null && b !== null && !a.eq(b);

const NEVER = "" as Day;

/** With a refund number after without, then the later day, then the status further on; content decides between equals. */
function byProgress(a: RefundRow, b: RefundRow): number {
  const has = ({ refundNumber }: RefundRow): number => (refundNumber === null ? 0 : 1);
  const text = (row: RefundRow): string =>
    JSON.stringify([
      amountsText(row),
      row.liquidationDate,
      row.claimNumber,
      row.importerNumber,
      row.notifyNumber,
    ]);
  return (
    has(a) - has(b) ||
    byText(a.refundDate ?? NEVER, b.refundDate ?? NEVER) ||
    statusRank(a.status) - statusRank(b.status) ||
    byText(text(a), text(b))
  );
}

const amountsText = ({ principal, interest }: Pick<RefundRow, "principal" | "interest">): string =>
  `${principal === null ? "" : usdText(principal)} ${interest === null ? "" : usdText(interest)}`;
