import type { Day } from "../day";
import { groupBy } from "../intake/group-by";
import { addUsd, sumUsd, type Usd, ZERO_USD } from "../money";
import { type Payment, sameNumber } from "./fold-payments";
import type { EntryRefund } from "./fold-refunds";

/**
 * Why a refund is thought to be part of a payment. refund-number: ES-022's Refund Number is REV-603's Refund ID, which
 * CBP's column names suggest and nobody has confirmed. trace-number: REV-615 names the payment's. equal-sum: all refunds
 * of one payee and liquidation date together are, to the cent, the only payment of this amount.
 */
export type JoinBasis = "refund-number" | "trace-number" | "equal-sum";

/** All three are inferred until CBP says how its reports hang together; the sum then proves or refutes them. */
export type JoinedRefund = { readonly refund: EntryRefund; readonly basis: JoinBasis };

export type JoinedRefunds = {
  readonly ofPayment: ReadonlyMap<string, readonly JoinedRefund[]>;
  /** Refunds that are part of no payment we know. */
  readonly unpaid: readonly EntryRefund[];
};

/** USD, exact; a figure that the report does not have adds nothing. */
export const amountOf = ({ principal, interest }: Pick<EntryRefund, "principal" | "interest">): Usd =>
  addUsd(principal ?? ZERO_USD, interest ?? ZERO_USD);

/** CBP pays one importer, or its Form 4811 party, once for all entries liquidated on one day (CSMS 68315804). */
export type RefundGroup = { readonly payee: string | null; readonly liquidationDate: Day | null };

export const groupOf = ({ notifyNumber, importerNumber, liquidationDate }: EntryRefund): RefundGroup => ({
  payee: notifyNumber ?? importerNumber,
  liquidationDate,
});

/** Every refund joins one payment or none, whatever the order of either. */
export function joinRefunds(payments: readonly Payment[], refunds: readonly EntryRefund[]): JoinedRefunds {
  const byNumber = new Map(payments.map(({ refundNumber, id }) => [numberKey(refundNumber), id]));
  const byTrace = onlyByTrace(payments);
  const ofPayment = new Map<string, JoinedRefund[]>();
  const join = (id: string, refund: EntryRefund, basis: JoinBasis): void => {
    const known = ofPayment.get(id);
    if (known === undefined) ofPayment.set(id, [{ refund, basis }]);
    else known.push({ refund, basis });
  };
  const left: EntryRefund[] = [];
  for (const refund of refunds) {
    const named = refund.refundNumber === null ? undefined : byNumber.get(numberKey(refund.refundNumber));
    const traced = refund.trace === null ? undefined : byTrace.get(sameNumber(refund.trace));
    if (named !== undefined) join(named, refund, "refund-number");
    else if (traced !== undefined) join(traced, refund, "trace-number");
    else left.push(refund);
  }
  const unpaid: EntryRefund[] = [];
  const free = payments.filter(({ id, refundNumber }) => !ofPayment.has(id) && refundNumber === null);
  for (const [group, id] of bySum(left, free)) {
    if (id === null) unpaid.push(...group);
    else for (const refund of group) join(id, refund, "equal-sum");
  }
  return { ofPayment, unpaid };
}

const numberKey = (found: string | null): string => (found === null ? "" : sameNumber(found));

function onlyByTrace(payments: readonly Payment[]): ReadonlyMap<string, string> {
  const groups = groupBy(
    payments.filter(({ trace }) => trace !== null),
    ({ trace }) => sameNumber(trace ?? ""),
  );
  return new Map(
    [...groups].flatMap(([trace, [only, ...more]]) => (more.length === 0 ? [[trace, only.id]] : [])),
  );
}

/** Each group with the one payment that is its sum: no other group has this sum, and no other payment this total. */
function* bySum(
  refunds: readonly EntryRefund[],
  free: readonly Payment[],
): Generator<readonly [readonly EntryRefund[], string | null]> {
  const groups = [...groupBy(refunds, sumKeyOf).values()];
  const bySumOfGroup = groupBy(groups, (group) => sumUsd(group.map(amountOf)).toFixed());
  const byTotal = groupBy(free, ({ total }) => total.toFixed());
  for (const [sum, alike] of bySumOfGroup) {
    const [payment, ...rivals] = byTotal.get(sum) ?? [];
    for (const group of alike) {
      const isOnly = alike.length === 1 && rivals.length === 0 && payment !== undefined;
      yield [group, isOnly && mayBePaidTo(payment, group) ? payment.id : null];
    }
  }
}

/** Refunds with one number belong together; else those of one payee and liquidation date. */
function sumKeyOf(refund: EntryRefund): string {
  if (refund.refundNumber !== null) return `number ${sameNumber(refund.refundNumber)}`;
  const { payee, liquidationDate } = groupOf(refund);
  return JSON.stringify([payee, liquidationDate]);
}

const mayBePaidTo = ({ payeeNumber }: Payment, [first]: readonly EntryRefund[]): boolean =>
  payeeNumber === null ||
  first === undefined ||
  [first.importerNumber, first.notifyNumber].some(
    (party) => party !== null && sameNumber(party) === sameNumber(payeeNumber),
  );
