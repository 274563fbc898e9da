import "server-only";

import { addUsd, day, foldPayments, mondayOf, sumUsd, usd, ZERO_USD, type Day, type Usd } from "@/lib/domain";

import { paymentRowsOf } from "./refund-rows";
import { queryOf, type Tenant } from "./tenant";

/** Money that came. Null: no report says on which day, so it stands in the sum and in no week. */
type Receipt = { readonly day: Day | null; readonly amount: Usd };

/**
 * Whose word it is: CBP's refund reports and typed payments, or, while there are none, what was noted on claims. Both may
 * tell of the same money, so they are never added.
 */
type ReceivedBasis = "payments" | "claims";

export type Received = {
  readonly basis: ReceivedBasis;
  readonly total: Usd;
  /** By week, Monday to Sunday, oldest first; weeks without money are absent. */
  readonly weeks: readonly { readonly monday: Day; readonly amount: Usd; readonly payments: number }[];
};

/** Everything received so far: the one place that says so. */
export async function receivedOf(t: Tenant): Promise<Received> {
  const payments = foldPayments(await paymentRowsOf(t));
  const basis = payments.length > 0 ? "payments" : "claims";
  const receipts =
    basis === "claims"
      ? await notedOnClaims(t)
      : payments.flatMap(({ status, day: on, total }): Receipt[] =>
          status === "issued" ? [{ day: on, amount: total }] : [],
        );
  return { basis, total: sumUsd(receipts.map(({ amount }) => amount)), weeks: byWeek(receipts) };
}

/** What was returned is taken off again on the day of its return. */
async function notedOnClaims(t: Tenant): Promise<readonly Receipt[]> {
  const rows = await queryOf(t)<{ day: string; amount: string }>(
    `SELECT day::text, (CASE kind WHEN 'treasury-issued' THEN amount ELSE -amount END)::text AS amount
     FROM claim_events
     WHERE org_id = $1::uuid AND kind IN ('treasury-issued', 'payment-returned') AND amount IS NOT NULL
     ORDER BY day, id`,
    [t.orgId],
  );
  return rows.map((row) => ({ day: day(row.day), amount: usd(row.amount) }));
}

function byWeek(receipts: readonly Receipt[]): Received["weeks"] {
  const weeks = new Map<Day, { amount: Usd; payments: number }>();
  for (const { day: on, amount } of receipts) {
    if (on === null) continue;
    const monday = mondayOf(on);
    const { amount: before, payments } = weeks.get(monday) ?? { amount: ZERO_USD, payments: 0 };
    weeks.set(monday, { amount: addUsd(before, amount), payments: payments + 1 });
  }
  return [...weeks]
    .map(([monday, week]) => ({ monday, ...week }))
    .toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
}
