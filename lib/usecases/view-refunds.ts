import "server-only";

import { duesOf } from "@/lib/data/expected-refunds";
import { filingsOf, type Filing } from "@/lib/data/filings";
import { refundRowsOf } from "@/lib/data/refund-rows";
import type { Tenant } from "@/lib/data/tenant";
import {
  groupBy,
  reconcileRefunds,
  type Day,
  type EntryNumber,
  type ExpectedRefund,
  type RefundReconciliation,
} from "@/lib/domain";

export type RefundsView = {
  readonly reconciliation: RefundReconciliation;
  readonly expected: readonly ExpectedRefund[];
  readonly filings: ReadonlyMap<EntryNumber, readonly Filing[]>;
};

/** All payments beside what was due, worked out from the rows of all files each time: nothing of it is stored. */
export async function viewRefunds(t: Tenant, asOf: Day): Promise<RefundsView> {
  const filings = groupBy(await filingsOf(t), ({ number }) => number);
  const expected = (await duesOf(t)).map((due): ExpectedRefund => {
    const of = filings.get(due.number) ?? [];
    return { ...due, standing: standingOf(of), filedOn: lastFiled(of) };
  });
  return {
    reconciliation: reconcileRefunds({ ...(await refundRowsOf(t)), expected }, asOf),
    expected,
    filings,
  };
}

const lastFiled = (filings: readonly Filing[]): Day | null =>
  filings
    .map(({ filedOn }) => filedOn)
    .toSorted()
    .at(-1) ?? null;

/** One acceptance counts, whatever other claims say; rejected is what every claim with the entry rejected. */
function standingOf(filings: readonly Filing[]): ExpectedRefund["standing"] {
  if (filings.some(({ accepted }) => accepted)) return "accepted";
  return filings.length > 0 && filings.every(({ rejectedOn }) => rejectedOn !== null)
    ? "rejected"
    : "waiting";
}
