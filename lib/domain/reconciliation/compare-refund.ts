import type { Day } from "../day";
import type { InterestSearch } from "./interest-search";
import { daysToTry } from "../interest/reconcile-days";
import { subtractUsd, toCents, type Usd, ZERO_USD } from "../money";
import type { EntryRefund } from "./fold-refunds";
import { type EntryVarianceKind, kindOfCause } from "./variance-kind";
import { interestBy, type InterestCause, type InterestQuestion, type InterestTables } from "./interest-cause";
import type { JoinBasis, JoinedRefund } from "./join-refunds";
import type { ExpectationGap, ExpectedRefund } from "./refund-rows";

export type EntryVariance = {
  readonly kind: EntryVarianceKind;
  readonly part: "principal" | "interest";
  /** USD: paid less expected, as far as this cause goes. The variances of a part add up to all that it is off by. */
  readonly amount: Usd;
  /** The arithmetic that gives the paid cents; null where the principal is the cause, or nothing gives them. */
  readonly cause: InterestCause | null;
};

type ExpectedParts = {
  /** USD, whole cents. */
  readonly principal: Usd | null;
  readonly interest: Usd | null;
  /** The days the interest runs; null where either is unknown. */
  readonly from: Day | null;
  readonly to: Day | null;
};

/** One entry of a payment: what is due beside what was paid. */
export type ReconciledEntry = {
  readonly refund: EntryRefund;
  readonly basis: JoinBasis;
  readonly expected: ExpectedParts;
  readonly due: ExpectedRefund | null;
  /** Why a figure cannot be compared; null where both can. */
  readonly gap: ExpectationGap | "liquidation-day-unknown" | "not-in-report" | null;
  readonly variances: readonly EntryVariance[];
};

const NOTHING_KNOWN: ExpectedParts = { principal: null, interest: null, from: null, to: null };

/** The entries of one payment, compared one by one; how CBP computed is then asked of all of them together. */
export function compareRefunds(
  joined: readonly JoinedRefund[],
  dueOf: (refund: EntryRefund) => ExpectedRefund | null,
  { tables, causesOf }: InterestSearch,
  asOf: Day,
): readonly ReconciledEntry[] {
  const rows = joined.map(({ refund, basis }) => {
    const due = dueOf(refund);
    return { refund, basis, due, ...expectedOf(refund, due, tables) };
  });
  const questions = rows.map((row) => questionOf(row, tables, asOf));
  const asked = questions.flatMap((question) => question ?? []);
  const answers = causesOf(asked);
  const causeOf = new Map(asked.map((question, index) => [question, answers[index] ?? null]));
  return rows.map((row, index) => {
    const question = questions[index] ?? null;
    return {
      ...row,
      variances: variancesOf(row, question === null ? null : (causeOf.get(question) ?? null), tables),
    };
  });
}

type Row = Omit<ReconciledEntry, "variances">;

/** Principal as it was filed; interest on it from the deposit to the liquidation that pays (19 U.S.C. 1505(c)). */
function expectedOf(
  refund: EntryRefund,
  due: ExpectedRefund | null,
  tables: InterestTables,
): Pick<ReconciledEntry, "expected" | "gap"> {
  if (due === null) return { expected: NOTHING_KNOWN, gap: "entry-unknown" };
  if (due.principal === null) return { expected: NOTHING_KNOWN, gap: "amount-open" };
  const principal = toCents(due.principal);
  const from = due.depositedOn;
  const to = refund.liquidationDate ?? due.liquidatedOn;
  const missing = from === null ? "deposit-day-unknown" : to === null ? "liquidation-day-unknown" : null;
  if (from === null || to === null)
    return { expected: { principal, interest: null, from, to }, gap: missing };
  const interest = ourInterest(due, due.principal, from, to, tables);
  const isWhole = refund.principal !== null && refund.interest !== null;
  return { expected: { principal, interest, from, to }, gap: isWhole ? null : "not-in-report" };
}

const ourInterest = (due: ExpectedRefund, principal: Usd, from: Day, to: Day, tables: InterestTables): Usd =>
  interestBy(tables, principal, from, to, { convention: "default", rateClass: due.rateClass });

/** Interest on what was paid under our own reading: a short principal earns less, and that is not the interest's fault. */
function interestOnPaid({ refund, due, expected }: Row, tables: InterestTables): Usd | null {
  const { principal, interest, from, to } = expected;
  if (due === null || principal === null || interest === null || from === null || to === null) return null;
  if (refund.principal === null || refund.principal.eq(principal)) return interest;
  return ourInterest(due, refund.principal, from, to, tables);
}

/** Null where the interest is what our reading gives, or cannot be told. */
function questionOf(row: Row, tables: InterestTables, asOf: Day): InterestQuestion | null {
  const { refund, due, expected } = row;
  const ours = interestOnPaid(row, tables);
  if (ours === null || due === null || refund.interest === null || refund.interest.eq(ours)) return null;
  const days = daysToTry({
    givenStart: expected.from,
    paymentDate: due.depositBasis === "payment-date" ? due.depositedOn : null,
    entryDate: due.entryDate,
    monthly: due.monthly,
    givenEnd: expected.to,
    refundedOn: refund.refundDate,
    liquidatedOn: due.liquidatedOn,
    asOf,
  });
  if (days === null) return null;
  const principal = refund.principal ?? expected.principal ?? ZERO_USD;
  return { principal, paid: refund.interest, days, rateClass: due.rateClass };
}

function variancesOf(
  row: Row,
  cause: InterestCause | null,
  tables: InterestTables,
): readonly EntryVariance[] {
  const { refund, expected } = row;
  const variances: EntryVariance[] = [];
  const add = (kind: EntryVarianceKind, part: EntryVariance["part"], amount: Usd): void => {
    if (!amount.isZero()) variances.push({ kind, part, amount, cause: null });
  };
  const off =
    refund.principal === null || expected.principal === null
      ? ZERO_USD
      : subtractUsd(refund.principal, expected.principal);
  const ofPrincipal = off.isNegative() ? "principal-short" : "principal-over";
  add(ofPrincipal, "principal", off);
  const onPaid = interestOnPaid(row, tables);
  if (refund.interest === null || expected.interest === null || onPaid === null) return variances;
  add(ofPrincipal, "interest", subtractUsd(onPaid, expected.interest));
  const rest = subtractUsd(refund.interest, onPaid);
  if (rest.isZero()) return variances;
  return [
    ...variances,
    { kind: cause === null ? "unexplained" : kindOfCause(cause), part: "interest", amount: rest, cause },
  ];
}
