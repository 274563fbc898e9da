import "server-only";

import {
  nextDeadline,
  type AmountRange,
  type Day,
  type EntryNumber,
  type ProgramTotal,
  type Screening,
} from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";

/** A verdict on its way into the table. */
export type ScreenedEntry = {
  readonly number: EntryNumber;
  readonly screening: Screening;
};

const COLUMNS = [
  ...["org_id", "entry_number", "lane", "findings", "missing", "clocks"],
  ...["programs", "predicted"],
  ...["ieepa_duty", "refundable", "refundable_min", "refundable_max"],
  ...["interest", "interest_from", "interest_to", "interest_basis"],
  ...["next_deadline", "deadline_kind", "rules_version", "as_of"],
];

const OVERWRITE = COLUMNS.slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(", ");

/** Writes the current verdicts; an older one of the same entry is overwritten. */
export async function writeScreenings(
  { client, orgId }: BulkTenant,
  screened: readonly ScreenedEntry[],
): Promise<void> {
  await insertByCopy(
    client,
    "screenings",
    COLUMNS,
    screened.map((entry) => cellsOf(orgId, entry)),
    `ON CONFLICT (org_id, entry_number) DO UPDATE SET ${OVERWRITE}`,
  );
}

function cellsOf(orgId: string, { number, screening }: ScreenedEntry): readonly Cell[] {
  const { lane, findings, missing, clocks, refund, interest } = screening;
  const deadline = nextDeadline(screening);
  return [
    ...[orgId, number, lane, JSON.stringify(findings), JSON.stringify(missing), JSON.stringify(clocks)],
    ...[JSON.stringify(screening.programs.map(storedTotal)), JSON.stringify(screening.predicted)],
    ...[
      screening.ieepaPaid.min.toFixed(),
      refund.certain?.toFixed() ?? null,
      refund.min.toFixed(),
      refund.max?.toFixed() ?? null,
    ],
    ...[
      interest?.amount.toFixed() ?? null,
      interest?.from ?? null,
      interest?.to ?? null,
      interest?.basis ?? null,
    ],
    ...[deadline?.lastDay ?? null, deadline?.kind ?? null, screening.rulesVersion, screening.asOf],
  ];
}

/** Flat, with amounts as text, so that `jsonb_to_recordset` reads them as numerics; null: no upper bound. */
const storedTotal = ({ program, paid, refundable, stays }: ProgramTotal) => ({
  program,
  ...bounds("paid", paid),
  ...bounds("refundable", refundable),
  ...bounds("stays", stays),
});

const bounds = (name: string, { min, max }: AmountRange) => ({
  [`${name}_min`]: min.toFixed(),
  [`${name}_max`]: max?.toFixed() ?? null,
});

/** The law a stored verdict rests on. */
export type ScreenedUnder = { readonly version: string; readonly on: Day };

/** Under which law each entry was screened last; entries that never were are absent. */
export async function screenedUnder(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, ScreenedUnder>> {
  const rows = await queryOn(t)<{ entry_number: EntryNumber; rules_version: string; as_of: Day }>(
    `SELECT entry_number, rules_version, as_of::text FROM screenings
     WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return new Map(rows.map((row) => [row.entry_number, { version: row.rules_version, on: row.as_of }]));
}

/** Whether some verdict of the organization rests on other rules, or on another day. */
export async function hasStaleScreenings(t: BulkTenant, { version, on }: ScreenedUnder): Promise<boolean> {
  const rows = await queryOn(t)(
    `SELECT 1 FROM screenings WHERE org_id = $1::uuid AND (rules_version <> $2::text OR as_of <> $3::date) LIMIT 1`,
    [t.orgId, version, on],
  );
  return rows.length > 0;
}
