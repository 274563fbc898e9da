import "server-only";

import { day, usd, type Day, type EntryNumber, type Lane, type Usd } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

export const ENTRY_SORTS = ["number", "entryDate", "liquidation", "refundable", "deadline"] as const;
export type EntrySort = (typeof ENTRY_SORTS)[number];

export type EntryFilter = {
  /** Empty: every lane. */
  readonly lanes: readonly Lane[];
  readonly importerNumber: string | null;
  /** Part of an entry number: letters and digits only. */
  readonly search: string | null;
  /** Months of entry, both included, written `2025-03`; null: no bound. A bound leaves out entries without a date. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
};

export type EntryOrder = {
  readonly sort: EntrySort;
  readonly descending: boolean;
};

/** The last row of a page: its sort value as text, and its number, which breaks ties. */
export type EntryCursor = {
  readonly value: string;
  readonly number: string;
};

export type ListedEntry = {
  readonly number: EntryNumber;
  readonly entryType: string | null;
  readonly entryDate: Day | null;
  readonly importerNumber: string | null;
  readonly liquidationDate: Day | null;
  readonly lane: Lane;
  readonly refundable: Usd | null;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd | null;
  readonly interest: Usd | null;
  readonly nextDeadline: Day | null;
  readonly cursor: EntryCursor;
};

export type EntryTotals = {
  readonly entries: number;
  /** Certain figures above zero; ranges and negative nets are left out. */
  readonly refundable: Usd;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd;
  /** Entries whose refund has no upper bound in this data. */
  readonly unbounded: number;
  /** Entries of which only a range is known. */
  readonly ranges: number;
  readonly interest: Usd;
};

/** Where a day is not known, the entry comes after all others. */
export const NO_DAY_YET = "9999-12-31";

const dayOrLast = (column: string): string => `coalesce(${column}, '${NO_DAY_YET}'::date)`;

/** Never null, so that one comparison orders every row; each has an index in this order. */
const SORT_VALUES: Readonly<Record<EntrySort, SortValue>> = {
  number: { expression: "e.number", number: "e.number", type: "text" },
  entryDate: { expression: dayOrLast("e.entry_date"), number: "e.number", type: "date" },
  liquidation: { expression: dayOrLast("e.liquidation_date"), number: "e.number", type: "date" },
  refundable: {
    ...{ expression: "coalesce(s.refundable, s.refundable_min)", number: "s.entry_number", type: "numeric" },
  },
  deadline: { expression: dayOrLast("s.next_deadline"), number: "s.entry_number", type: "date" },
};

/** `number`: the number of the entry on the table whose index gives the order. */
type SortValue = { readonly expression: string; readonly number: string; readonly type: string };

/** A query's conditions and its values, which stand in the text by their place only. */
type Filtered = { readonly where: string; readonly values: unknown[] };

/** Only what the filter asks for: a condition that may be off keeps Postgres from using an index for it. */
function filtered(t: Tenant, filter: EntryFilter, numbers: readonly string[] | null): Filtered {
  const values: unknown[] = [t.orgId];
  const conditions: string[] = [];
  const ask = (condition: (place: string) => string, value: unknown): void => {
    conditions.push(`AND ${condition(`$${String(values.push(value))}`)}`);
  };
  const { lanes, importerNumber, search, fromMonth, toMonth } = filter;
  const [lane] = lanes;
  if (lanes.length === 1) ask((place) => `s.lane = ${place}::text`, lane);
  else if (lanes.length > 1) ask((place) => `s.lane = ANY (${place}::text[])`, lanes);
  if (importerNumber !== null) ask((place) => `e.importer_number = ${place}::text`, importerNumber);
  if (numbers !== null) ask((place) => `e.number = ANY (${place}::text[])`, numbers);
  else if (search !== null) ask((place) => `strpos(s.entry_number, ${place}::text) > 0`, search);
  const entered = dayOrLast("e.entry_date");
  if (fromMonth !== null)
    ask((place) => `${entered} >= (${place}::text || '-01')::date AND e.entry_date IS NOT NULL`, fromMonth);
  if (toMonth !== null)
    ask((place) => `${entered} < ((${place}::text || '-01')::date + interval '1 month')::date`, toMonth);
  return { where: conditions.join(" "), values };
}

const FROM_BOTH = `FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
  WHERE e.org_id = ${ORG} AND s.org_id = ${ORG}`;

const FEW = 1000;

/**
 * The numbers with that part in them, when they are few: found in an index that holds little else. Among many, a page
 * is soon full, and looking at one entry after the other finds it sooner. Null: not asked, or many.
 */
async function fewNumbersLike(t: Tenant, search: string | null): Promise<readonly string[] | null> {
  if (search === null) return null;
  const rows = await queryOf(t)<{ number: string }>(
    `SELECT entry_number AS number FROM screenings
     WHERE org_id = ${ORG} AND strpos(entry_number, $2::text) > 0 LIMIT $3::int`,
    [t.orgId, search, FEW + 1],
  );
  return rows.length > FEW ? null : rows.map(({ number }) => number);
}

/** Where a page begins: behind a row, before a row (paging back), or at the start. */
export type PageAnchor = { readonly side: "after" | "before"; readonly cursor: EntryCursor } | null;

/** One page by keyset: as fast at the millionth row as at the first, and no row is skipped when others arrive. */
export async function listEntries(
  t: Tenant,
  filter: EntryFilter,
  order: EntryOrder,
  anchor: PageAnchor,
  limit: number,
): Promise<readonly ListedEntry[]> {
  const { expression, number, type } = SORT_VALUES[order.sort];
  const backwards = anchor?.side === "before";
  const [comparison, direction] = order.descending === backwards ? [">", "ASC"] : ["<", "DESC"];
  const { where, values } = filtered(t, filter, await fewNumbersLike(t, filter.search));
  const place = (value: unknown): string => `$${String(values.push(value))}`;
  const beyond =
    anchor === null
      ? ""
      : `AND (${expression}, ${number}) ${comparison} (${place(anchor.cursor.value)}::${type}, ${place(anchor.cursor.number)}::text)`;
  const rows = await queryOf(t)<ListedRow>(
    `SELECT e.number, e.entry_type, e.entry_date::text, e.importer_number, e.liquidation_date::text, s.lane,
            s.refundable::text, s.refundable_min::text, s.refundable_max::text, s.interest::text,
            s.next_deadline::text, (${expression})::text AS sort_value
     ${FROM_BOTH} ${where} ${beyond}
     ORDER BY ${expression} ${direction}, ${number} ${direction} LIMIT ${place(limit)}::int`,
    values,
  );
  const listed = rows.map(toListedEntry);
  return backwards ? listed.toReversed() : listed;
}

type ListedRow = {
  readonly number: EntryNumber;
  readonly entry_type: string | null;
  readonly entry_date: string | null;
  readonly importer_number: string | null;
  readonly liquidation_date: string | null;
  readonly lane: Lane;
  readonly refundable: string | null;
  readonly refundable_min: string;
  readonly refundable_max: string | null;
  readonly interest: string | null;
  readonly next_deadline: string | null;
  readonly sort_value: string;
};

const toListedEntry = (row: ListedRow): ListedEntry => ({
  number: row.number,
  entryType: row.entry_type,
  entryDate: dayOrNull(row.entry_date),
  importerNumber: row.importer_number,
  liquidationDate: dayOrNull(row.liquidation_date),
  lane: row.lane,
  refundable: usdOrNull(row.refundable),
  refundableMin: usd(row.refundable_min),
  refundableMax: usdOrNull(row.refundable_max),
  interest: usdOrNull(row.interest),
  nextDeadline: dayOrNull(row.next_deadline),
  cursor: { value: row.sort_value, number: row.number },
});

const dayOrNull = (text: string | null): Day | null => (text === null ? null : day(text));
const usdOrNull = (text: string | null): Usd | null => (text === null ? null : usd(text));

/** Counts and sums of the whole filter, not of the page. */
export async function totalEntries(t: Tenant, filter: EntryFilter): Promise<EntryTotals> {
  const [text, values] = filter.search === null ? keptTotals(t, filter) : countedTotals(t, filter);
  const [row] = await queryOf(t)<
    Record<"entries" | "ranges" | "unbounded" | "sure" | "low" | "high" | "interest", string>
  >(text, values);
  if (!row) throw new Error("An aggregate without GROUP BY always gives one row");
  return {
    entries: Number(row.entries),
    refundable: usd(row.sure),
    refundableMin: usd(row.low),
    refundableMax: usd(row.high),
    unbounded: Number(row.unbounded),
    ranges: Number(row.ranges),
    interest: usd(row.interest),
  };
}

type Asked = readonly [text: string, values: readonly unknown[]];

/** From the sums that the database keeps by lane, importer and month. */
const keptTotals = (t: Tenant, filter: EntryFilter): Asked => [
  `SELECT coalesce(sum(entries), 0)::text AS entries, coalesce(sum(ranges), 0)::text AS ranges,
          coalesce(sum(unbounded), 0)::text AS unbounded, coalesce(sum(refundable), 0)::text AS sure,
          coalesce(sum(refundable_min), 0)::text AS low, coalesce(sum(refundable_max), 0)::text AS high,
          coalesce(sum(interest), 0)::text AS interest
   FROM entry_totals
   WHERE org_id = ${ORG}
     AND (cardinality($2::text[]) = 0 OR lane = ANY ($2::text[]))
     AND ($3::text IS NULL OR importer_number = $3::text)
     AND ($4::text IS NULL OR (month >= $4::text AND month <> ''))
     AND ($5::text IS NULL OR (month <= $5::text AND month <> ''))`,
  [t.orgId, filter.lanes, filter.importerNumber, filter.fromMonth, filter.toMonth],
];

/** Part of a number is in no sums: the figures of the entries found are added up. */
function countedTotals(t: Tenant, filter: EntryFilter): Asked {
  const { where, values } = filtered(t, filter, null);
  const needsEntries = filter.importerNumber !== null || filter.fromMonth !== null || filter.toMonth !== null;
  return [
    `SELECT count(*)::text AS entries,
            count(*) FILTER (WHERE s.refundable IS NULL)::text AS ranges,
            count(*) FILTER (WHERE s.refundable_max IS NULL)::text AS unbounded,
            coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS sure,
            coalesce(sum(greatest(s.refundable_min, 0)), 0)::text AS low,
            coalesce(sum(greatest(s.refundable_max, 0)), 0)::text AS high,
            coalesce(sum(s.interest), 0)::text AS interest
     ${needsEntries ? FROM_BOTH : `FROM screenings s WHERE s.org_id = ${ORG}`} ${where}`,
    values,
  ];
}
