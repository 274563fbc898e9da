import "server-only";

import {
  usd,
  type AmountRange,
  type EntryNumber,
  type MoneyTotals,
  type ProgramKey,
  type RowFlag,
  type RowFlagKind,
} from "@/lib/domain";

import { entriesOfImport } from "./import-entries";
import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** Months are written `2025-03`; null: no bound. An entry without an entry date is in no month. */
export type StackingFilter = {
  readonly importerNumber: string | null;
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  /** Only entries of which this import holds rows. */
  readonly importId?: string;
};

/** Duty under one program on the entries of one month. */
export type ProgramMonth = MoneyTotals & {
  readonly program: ProgramKey;
  /** `2025-03`; null: the entry date is not known. */
  readonly month: string | null;
};

// A screening's totals belong to its entry, and the entry to its importer and its month.
const FILTERED = `
  FROM entries e JOIN screenings s ON s.org_id = e.org_id AND s.entry_number = e.number
  WHERE e.org_id = ${ORG} AND s.org_id = ${ORG}
    AND ($2::text IS NULL OR e.importer_number = $2::text)
    AND ($3::text IS NULL OR e.entry_date >= ($3::text || '-01')::date)
    AND ($4::text IS NULL OR e.entry_date < ($4::text || '-01')::date + interval '1 month')
    AND ($5::uuid IS NULL OR e.number IN (${entriesOfImport("$5")}))`;

const valuesOf = (t: Tenant, filter: StackingFilter): readonly unknown[] => [
  ...[t.orgId, filter.importerNumber, filter.fromMonth, filter.toMonth, filter.importId ?? null],
];

const MONEY = ["paid", "refundable", "stays"] as const satisfies readonly (keyof MoneyTotals)[];
type Money = (typeof MONEY)[number];

/** As `screenings-write.ts` stores them: an amount of zero is absent, and so is an upper bound that is the amount itself. */
const RECORD = MONEY.map((name) => `${name} numeric, ${name}_max numeric`).join(", ");
// One amount without an upper bound, which is infinite, leaves the whole without one.
const SUMS = MONEY.map(
  (name) => `coalesce(sum(p.${name}), 0)::text AS ${name}_min,
    nullif(coalesce(sum(coalesce(p.${name}_max, p.${name})), 0)::text, 'Infinity') AS ${name}_max`,
).join(", ");

/** Duty by program and month of entry over the whole filter; the totals of a program are the sums of its months. */
export async function programMonths(t: Tenant, filter: StackingFilter): Promise<readonly ProgramMonth[]> {
  const rows = await queryOf(t)<MonthRow>(
    `SELECT p.program, f.month, ${SUMS}
     FROM (SELECT to_char(e.entry_date, 'YYYY-MM') AS month, s.programs ${FILTERED}) f
     CROSS JOIN LATERAL jsonb_to_recordset(f.programs) AS p(program text, ${RECORD})
     GROUP BY p.program, f.month ORDER BY f.month, p.program`,
    valuesOf(t, filter),
  );
  return rows.map((row) => ({
    program: row.program,
    month: row.month,
    paid: rangeIn(row, "paid"),
    refundable: rangeIn(row, "refundable"),
    stays: rangeIn(row, "stays"),
  }));
}

type MonthRow = {
  readonly program: ProgramKey;
  readonly month: string | null;
} & Readonly<Record<`${Money}_min`, string>> &
  Readonly<Record<`${Money}_max`, string | null>>;

function rangeIn(row: MonthRow, name: Money): AmountRange {
  const max = row[`${name}_max`];
  return { min: usd(row[`${name}_min`]), max: max === null ? null : usd(max) };
}

/** Rows on which the money may stand under another program, or at another rate, than the law of the day says. */
const MISPROGRAMMED = [
  "rate-mismatch",
  "split-not-15-percent",
  "value-on-chapter-99-row",
  "duty-on-exemption-number",
  "ieepa-number-unknown",
  "wrong-period",
  "origin-not-covered",
  "metals-of-canada-or-mexico",
] as const satisfies readonly RowFlagKind[];

type MisprogrammedFlag = Extract<RowFlag, { readonly kind: (typeof MISPROGRAMMED)[number] }>;

export type MisprogrammedRow = {
  readonly number: EntryNumber;
  readonly flag: MisprogrammedFlag;
};

export type Misprogrammed = {
  readonly count: number;
  readonly rows: readonly MisprogrammedRow[];
};

/** The flagged rows of the filter, largest difference between duty and expected duty first, and how many there are. */
export async function misprogrammed(
  t: Tenant,
  filter: StackingFilter,
  limit: number,
): Promise<Misprogrammed> {
  const rows = await queryOf(t)<FlagRow>(
    `SELECT number, reason, duty::text, expected::text, value::text, (count(*) OVER ())::int AS count
     FROM (
       SELECT f.number, f.reason, (f.reason ->> 'duty')::numeric AS duty,
              (f.reason ->> 'expected')::numeric AS expected, (f.reason ->> 'value')::numeric AS value
       FROM (SELECT e.number, found.value -> 'reason' AS reason
             FROM (SELECT e.number, s.findings ${FILTERED}) e
             CROSS JOIN LATERAL jsonb_array_elements(e.findings) found) f
       WHERE f.reason ->> 'kind' = ANY ($6::text[])) flags
     ORDER BY abs(duty - coalesce(expected, 0)) DESC NULLS LAST, number, (reason -> 'place' ->> 'fileRow')::int
     LIMIT $7::int`,
    [...valuesOf(t, filter), MISPROGRAMMED, limit],
  );
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map((row) => ({ number: row.number, flag: toFlag(row) })),
  };
}

type FlagRow = {
  readonly number: EntryNumber;
  /** A flag as JSON, in which amounts are text. */
  readonly reason: { readonly cause?: { readonly ordinaryDuty?: string } };
  readonly duty: string | null;
  readonly expected: string | null;
  readonly value: string | null;
  readonly count: number;
};

/** Amounts become `Usd` again: those of the flag from the plain text that Postgres makes of them. */
function toFlag({ reason, duty, expected, value }: FlagRow): MisprogrammedFlag {
  const amounts = Object.entries({ duty, expected, value });
  const known = amounts.flatMap(([name, text]) => (text === null ? [] : [[name, usd(text)]]));
  return { ...withAmounts(reason), ...(Object.fromEntries(known) as object) } as MisprogrammedFlag;
}

/** The ordinary duty behind a likely cause: the one amount below the flag itself. */
function withAmounts(reason: FlagRow["reason"]): object {
  const { cause } = reason;
  return cause?.ordinaryDuty === undefined
    ? reason
    : { ...reason, cause: { ...cause, ordinaryDuty: usd(cause.ordinaryDuty) } };
}
