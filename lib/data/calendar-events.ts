import "server-only";

import { day, usd, type ClockKind, type Day, type Usd } from "@/lib/domain";

import { clocksWithVerdicts, LOSES } from "./clock-sums";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** What ends on a day, as calendars are told. */
export type CalendarEvent = {
  readonly day: Day;
  readonly kind: ClockKind;
  readonly entries: number;
  readonly atRisk: Usd;
  readonly ranges: number;
  /** 0 at first, one more with each change: calendars take the higher one. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly changedAt: Date;
};

/** Only last days that take something away. $2 is the as-of day. */
const DUE = `
  SELECT c.last_day AS day, c.kind, sum(v.entries)::int AS entries, coalesce(sum(v.refundable), 0) AS at_risk,
         sum(v.ranges)::int AS ranges
  FROM ${clocksWithVerdicts(`s.org_id = ${ORG} AND ${LOSES}`)}
  WHERE c.org_id = ${ORG} AND c.last_day >= $2::date AND c.takes_away GROUP BY c.last_day, c.kind`;

/** A new event, or a revision of one that says something else now. */
const REVISE = `
  INSERT INTO calendar_events AS e (org_id, day, kind, entries, at_risk, ranges)
  SELECT $1::uuid, day, kind, entries, at_risk, ranges FROM (${DUE}) due
  ON CONFLICT (org_id, day, kind) DO UPDATE SET entries = excluded.entries, at_risk = excluded.at_risk,
    ranges = excluded.ranges, cancelled = false, sequence = e.sequence + 1, changed_at = CURRENT_TIMESTAMP
  WHERE (e.entries, e.at_risk, e.ranges, e.cancelled) IS DISTINCT FROM
        (excluded.entries, excluded.at_risk, excluded.ranges, false)
  RETURNING 1`;

/** What nobody has to fear any more. A day that has passed stays as it was. */
const CANCEL = `
  UPDATE calendar_events e SET cancelled = true, sequence = sequence + 1, changed_at = CURRENT_TIMESTAMP
  WHERE org_id = $1::uuid AND day >= $2::date AND NOT cancelled
    AND NOT EXISTS (SELECT FROM (${DUE}) due WHERE due.day = e.day AND due.kind = e.kind)
  RETURNING 1`;

/** Calendars drop by themselves what an address no longer shows. */
const FORGET = `DELETE FROM calendar_events WHERE org_id = $1::uuid AND day < $2::date - $3::int RETURNING 1`;
const SHOWN_DAYS_BACK = 30;

/** Every event of the organization, brought up to what its clocks say now. */
export async function currentCalendarEvents(t: Tenant, asOf: Day): Promise<readonly CalendarEvent[]> {
  const query = queryOf(t);
  await query(REVISE, [t.orgId, asOf]);
  await query(CANCEL, [t.orgId, asOf]);
  await query(FORGET, [t.orgId, asOf, SHOWN_DAYS_BACK]);
  const rows = await query<EventRow>(
    `SELECT day::text, kind, entries, at_risk::text, ranges, sequence, cancelled, changed_at
     FROM calendar_events WHERE org_id = $1::uuid ORDER BY day, kind`,
    [t.orgId],
  );
  return rows.map((row) => ({
    day: day(row.day),
    kind: row.kind,
    entries: row.entries,
    atRisk: usd(row.at_risk),
    ranges: row.ranges,
    sequence: row.sequence,
    cancelled: row.cancelled,
    changedAt: new Date(row.changed_at),
  }));
}

type EventRow = {
  readonly day: string;
  readonly kind: ClockKind;
  readonly entries: number;
  readonly at_risk: string;
  readonly ranges: number;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly changed_at: string | Date;
};
