import "server-only";

import { day, usd, type Day, type Usd } from "@/lib/domain";

import { queryOf, type Tenant } from "./tenant";

// The one place that says what was received. Today it is what was noted on claims; payments that are matched to bank
// lines belong here too, once they are stored: every page asks these two functions.
const RECEIVED = `CASE kind WHEN 'treasury-issued' THEN amount WHEN 'payment-returned' THEN -amount END`;

/** Everything received so far; returned money is taken off again. */
export async function receivedTotal(t: Tenant): Promise<Usd> {
  const [row] = await queryOf(t)<{ received: string }>(
    `SELECT coalesce(sum(${RECEIVED}), 0)::text AS received FROM claim_events WHERE org_id = $1::uuid`,
    [t.orgId],
  );
  return usd(row?.received ?? "0");
}

/** The same by week, Monday to Sunday, oldest first; weeks without money are absent. */
export async function receivedByWeek(
  t: Tenant,
): Promise<readonly { readonly monday: Day; readonly amount: Usd; readonly payments: number }[]> {
  const rows = await queryOf(t)<{ monday: string; amount: string; payments: string }>(
    `SELECT date_trunc('week', day)::date::text AS monday, sum(${RECEIVED})::text AS amount, count(*)::text AS payments
     FROM claim_events
     WHERE org_id = $1::uuid AND kind IN ('treasury-issued', 'payment-returned') AND amount IS NOT NULL
     GROUP BY 1 ORDER BY 1`,
    [t.orgId],
  );
  return rows.map(({ monday, amount, payments }) => ({
    monday: day(monday),
    amount: usd(amount),
    payments: Number(payments),
  }));
}
