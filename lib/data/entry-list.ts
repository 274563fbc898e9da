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

/** Never null, so that one comparison orders every row. Days compare as text. */
const SORT_VALUES: Readonly<Record<EntrySort, { readonly expression: string; readonly type: string }>> = {
  number: { expression: "e.number", type: "text" },
  entryDate: { expression: "coalesce(e.entry_date::text, '9999-12-31')", type: "text" },
  liquidation: { expression: "coalesce(e.liquidation_date::text, '9999-12-31')", type: "text" },
  refundable: { expression: "coalesce(s.refundable, s.refundable_min)", type: "numeric" },
  deadline: { expression: "coalesce(s.next_deadline::text, '9999-12-31')", type: "text" },
};

const FROM_FILTERED = `
  FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
  WHERE e.org_id = ${ORG} AND s.org_id = ${ORG}
    AND (cardinality($2::text[]) = 0 OR s.lane = ANY ($2::text[]))
    AND ($3::text IS NULL OR e.importer_number = $3::text)
    AND ($4::text IS NULL OR strpos(e.number, $4::text) > 0)
    AND ($5::text IS NULL OR e.entry_date >= ($5::text || '-01')::date)
    AND ($6::text IS NULL OR e.entry_date < ($6::text || '-01')::date + interval '1 month')`;

const filterValues = (t: Tenant, filter: EntryFilter): readonly unknown[] => [
  t.orgId,
  filter.lanes,
  filter.importerNumber,
  filter.search,
  filter.fromMonth,
  filter.toMonth,
];

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
  const { expression, type } = SORT_VALUES[order.sort];
  const backwards = anchor?.side === "before";
  const [comparison, direction] = order.descending === backwards ? [">", "ASC"] : ["<", "DESC"];
  const rows = await queryOf(t)<ListedRow>(
    `SELECT e.number, e.entry_type, e.entry_date::text, e.importer_number, e.liquidation_date::text, s.lane,
            s.refundable::text, s.refundable_min::text, s.refundable_max::text, s.interest::text,
            s.next_deadline::text, (${expression})::text AS sort_value
     ${FROM_FILTERED}
       AND ($7::text IS NULL OR (${expression}, e.number) ${comparison} ($7::text::${type}, $8::text))
     ORDER BY ${expression} ${direction}, e.number ${direction} LIMIT $9::int`,
    [...filterValues(t, filter), anchor?.cursor.value ?? null, anchor?.cursor.number ?? null, limit],
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
  const [row] = await queryOf(t)<
    Record<"entries" | "ranges" | "unbounded" | "sure" | "low" | "high" | "interest", string>
  >(
    `SELECT count(*)::text AS entries,
            count(*) FILTER (WHERE s.refundable IS NULL)::text AS ranges,
            count(*) FILTER (WHERE s.refundable_max IS NULL)::text AS unbounded,
            coalesce(sum(s.refundable) FILTER (WHERE s.refundable > 0), 0)::text AS sure,
            coalesce(sum(greatest(s.refundable_min, 0)), 0)::text AS low,
            coalesce(sum(greatest(s.refundable_max, 0)), 0)::text AS high,
            coalesce(sum(s.interest), 0)::text AS interest
     ${FROM_FILTERED}`,
    filterValues(t, filter),
  );
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
