import "server-only";

import {
  day,
  usd,
  type ClockKind,
  type Day,
  type EntryNumber,
  type Lane,
  type OpenClock,
  type Usd,
} from "@/lib/domain";

import { clocksWithVerdicts, LOSES } from "./clock-sums";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Which running clocks are meant. */
export type DeadlineFilter = {
  /** Last days, both included; null: no end. */
  readonly from: Day;
  readonly until: Day | null;
  /** Empty: every kind. */
  readonly kinds: readonly ClockKind[];
  readonly importerNumber: string | null;
  /** Only clocks that take something away when they run out. */
  readonly atRiskOnly: boolean;
};

/** What some clocks come to. An entry counts once for each of its clocks. */
type ClockSums = {
  readonly clocks: number;
  /** Certain refundable duty that is lost when they run out. */
  readonly atRisk: Usd;
  /** Clocks on which money hangs of which only a range is known. */
  readonly ranges: number;
};

export type DeadlineDay = ClockSums & {
  readonly day: Day;
  readonly kind: ClockKind;
  /** The days its clocks count from: one, unless the end was moved by something else. */
  readonly from: readonly [first: Day, last: Day];
  readonly estimated: boolean;
  readonly disputed: boolean;
  readonly firstEntry: EntryNumber;
};

/** The last row of a page of days. */
export type DayCursor = Pick<DeadlineDay, "day" | "kind">;

export type DeadlineWeek = ClockSums & { readonly monday: Day };

/** One clock of one entry. */
export type ListedClock = Omit<OpenClock, "takesAway"> & {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly importerNumber: string | null;
};

export type ClockCursor = Pick<ListedClock, "number" | "kind" | "lastDay">;

/** Conditions on a clock, and on a verdict that names its set. */
type Filtered = { readonly ofClock: string; readonly ofVerdict: string; readonly values: unknown[] };

/** Only what the filter asks for: a condition that may be off keeps Postgres from using an index for it. */
function filtered({ orgId }: Tenant, filter: DeadlineFilter, number: string): Filtered {
  const values: unknown[] = [orgId, filter.from];
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = [`c.org_id = ${ORG} AND c.last_day >= $2::date`];
  if (filter.until !== null) conditions.push(`AND c.last_day <= ${place(filter.until)}::date`);
  if (filter.kinds.length > 0) conditions.push(`AND c.kind = ANY (${place(filter.kinds)}::text[])`);
  const ofVerdict =
    filter.importerNumber === null
      ? ""
      : `AND EXISTS (SELECT FROM entries e WHERE e.org_id = ${ORG} AND e.number = ${number}
                       AND e.importer_number = ${place(filter.importerNumber)}::text)`;
  return { ofClock: conditions.join(" "), ofVerdict, values };
}

/** Clocks entry by entry. */
function eachClock(t: Tenant, filter: DeadlineFilter) {
  const { ofClock, ofVerdict, values } = filtered(t, filter, "c.entry_number");
  const atRisk = filter.atRiskOnly ? "AND c.at_risk IS DISTINCT FROM 0" : "";
  return { where: `${ofClock} ${atRisk} ${ofVerdict}`, values };
}

/** The same clocks for who sums all of them. */
function clocksBySet(t: Tenant, filter: DeadlineFilter) {
  const { ofClock, ofVerdict, values } = filtered(t, filter, "s.entry_number");
  const [takesAway, loses] = filter.atRiskOnly ? ["AND c.takes_away", `AND ${LOSES}`] : ["", ""];
  const clocks = clocksWithVerdicts(`s.org_id = ${ORG} ${loses} ${ofVerdict}`);
  return { from: `FROM ${clocks} WHERE ${ofClock} ${takesAway}`, values };
}

const SUMS_BY_SET = `sum(v.entries)::text AS clocks,
  coalesce(sum(v.refundable) FILTER (WHERE c.takes_away), 0)::text AS at_risk,
  coalesce(sum(v.ranges) FILTER (WHERE c.takes_away), 0)::text AS ranges`;

const SUMS = `count(*)::text AS clocks, coalesce(sum(c.at_risk), 0)::text AS at_risk,
  (count(*) FILTER (WHERE c.at_risk IS NULL))::text AS ranges`;

type SumsRow = { readonly clocks: string; readonly at_risk: string; readonly ranges: string };

const toSums = (row: SumsRow): ClockSums => ({
  clocks: Number(row.clocks),
  atRisk: usd(row.at_risk),
  ranges: Number(row.ranges),
});

/** By day and kind, the next first, a page at a time. */
export async function deadlineDays(
  t: Tenant,
  filter: DeadlineFilter,
  after: DayCursor | null,
  limit: number,
): Promise<readonly DeadlineDay[]> {
  const { where, values } = eachClock(t, filter);
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const beyond =
    after === null
      ? ""
      : `AND (c.last_day, c.kind) > (${place(after.day)}::date, ${place(after.kind)}::text)`;
  const rows = await queryOf(t)<DayRow>(
    `SELECT c.last_day::text AS day, c.kind, ${SUMS}, min(c.counted_from)::text AS first,
            max(c.counted_from)::text AS last, bool_or(c.estimated) AS estimated, bool_or(c.disputed) AS disputed,
            min(c.entry_number) AS entry
     FROM entry_clocks c WHERE ${where} ${beyond}
     GROUP BY c.last_day, c.kind ORDER BY c.last_day, c.kind LIMIT ${place(limit)}::int`,
    values,
  );
  return rows.map((row) => ({
    ...toSums(row),
    day: day(row.day),
    kind: row.kind,
    from: [day(row.first), day(row.last)],
    estimated: row.estimated,
    disputed: row.disputed,
    firstEntry: row.entry,
  }));
}

type DayRow = SumsRow & {
  readonly day: string;
  readonly kind: ClockKind;
  readonly first: string;
  readonly last: string;
  readonly estimated: boolean;
  readonly disputed: boolean;
  readonly entry: EntryNumber;
};

/** By week, Monday to Sunday; weeks in which nothing ends are absent. */
export async function deadlineWeeks(t: Tenant, filter: DeadlineFilter): Promise<readonly DeadlineWeek[]> {
  const { from, values } = clocksBySet(t, filter);
  const rows = await queryOf(t)<SumsRow & { monday: string }>(
    `SELECT date_trunc('week', c.last_day)::date::text AS monday, ${SUMS_BY_SET} ${from} GROUP BY 1 ORDER BY 1`,
    values,
  );
  return rows.map((row) => ({ ...toSums(row), monday: day(row.monday) }));
}

export type ClockKindSums = ClockSums & { readonly nextDay: Day };

/** What the clocks of each kind come to, and which ends next; kinds without any are absent. */
export async function clockKindSums(
  t: Tenant,
  filter: DeadlineFilter,
): Promise<ReadonlyMap<ClockKind, ClockKindSums>> {
  const { from, values } = clocksBySet(t, filter);
  const rows = await queryOf(t)<SumsRow & { kind: ClockKind; next_day: string }>(
    `SELECT c.kind, ${SUMS_BY_SET}, min(c.last_day)::text AS next_day ${from} GROUP BY c.kind`,
    values,
  );
  return new Map(rows.map((row) => [row.kind, { ...toSums(row), nextDay: day(row.next_day) }]));
}

/** Entry by entry, the next last day first, a page at a time. */
export async function listClocks(
  t: Tenant,
  filter: DeadlineFilter,
  after: ClockCursor | null,
  limit: number,
): Promise<readonly ListedClock[]> {
  const { where, values } = eachClock(t, filter);
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const beyond =
    after === null
      ? ""
      : `AND (c.last_day, c.kind, c.entry_number) >
             (${place(after.lastDay)}::date, ${place(after.kind)}::text, ${place(after.number)}::text)`;
  const rows = await queryOf(t)<ClockRow>(
    `SELECT c.entry_number, c.kind, c.counted_from::text, c.last_day::text, c.estimated, c.disputed, c.at_risk::text,
            s.lane, n.importer_number
     FROM entry_clocks c
     JOIN screenings s ON s.org_id = c.org_id AND s.entry_number = c.entry_number
     JOIN entries n ON n.org_id = c.org_id AND n.number = c.entry_number
     WHERE s.org_id = ${ORG} AND n.org_id = ${ORG} AND ${where} ${beyond}
     ORDER BY c.last_day, c.kind, c.entry_number LIMIT ${place(limit)}::int`,
    values,
  );
  return rows.map((row) => ({
    number: row.entry_number,
    kind: row.kind,
    from: day(row.counted_from),
    lastDay: day(row.last_day),
    estimated: row.estimated,
    disputed: row.disputed,
    atRisk: row.at_risk === null ? null : usd(row.at_risk),
    lane: row.lane,
    importerNumber: row.importer_number,
  }));
}

type ClockRow = {
  readonly entry_number: EntryNumber;
  readonly kind: ClockKind;
  readonly counted_from: string;
  readonly last_day: string;
  readonly estimated: boolean;
  readonly disputed: boolean;
  readonly at_risk: string | null;
  readonly lane: Lane;
  readonly importer_number: string | null;
};
