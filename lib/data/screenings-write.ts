import "server-only";

import {
  compareUsd,
  nextDeadline,
  usd,
  type AmountRange,
  type Day,
  type EntryNumber,
  type Finding,
  type Lane,
  type ProgramTotal,
  type Screening,
  type Usd,
} from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import { queryOn, type BulkTenant } from "./bulk-tenant";
import { clockSetIdOf, writeClockSets } from "./clock-sets";
import type { VerdictParts } from "./verdict-parts";

/** A verdict on its way into the table. */
export type ScreenedEntry = {
  readonly number: EntryNumber;
  readonly screening: Screening;
};

/** The cells of a verdict are for these. */
export const SCREENING_COLUMNS = [
  ...["org_id", "entry_number", "lane", "findings", "missing", "clocks"],
  ...["programs", "predicted"],
  ...["ieepa_duty", "refundable", "refundable_min", "refundable_max"],
  ...["interest", "interest_from", "interest_to", "interest_basis"],
  ...["next_deadline", "deadline_kind", "rules_version", "as_of"],
];

const OVERWRITE = SCREENING_COLUMNS.slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(", ");

/**
 * Writes the current verdicts; an older one of the same entry is overwritten.
 * @param parts - of the transaction
 * @param areFirst - none of the entries has one
 */
export async function writeScreenings(
  t: BulkTenant,
  screened: readonly ScreenedEntry[],
  parts: VerdictParts,
  areFirst: boolean,
): Promise<void> {
  const { client, orgId } = t;
  const rows = screened.map((entry) => screeningCells(orgId, entry, parts));
  await parts.write(t);
  await writeClockSets(
    t,
    screened.map(({ screening }) => screening),
  );
  const overwrite = `ON CONFLICT (org_id, entry_number) DO UPDATE SET ${OVERWRITE}`;
  await insertByCopy(client, "screenings", SCREENING_COLUMNS, rows, areFirst ? "" : overwrite);
}

/** @param parts - takes in what the verdict shares, which is written ahead of it */
export function screeningCells(
  orgId: string,
  { number, screening }: ScreenedEntry,
  parts: VerdictParts,
): readonly Cell[] {
  const { lane, findings, missing, refund, interest } = screening;
  const deadline = nextDeadline(screening);
  return [
    ...[orgId, number, lane, findingsText(findings, parts), JSON.stringify(missing), clockSetIdOf(screening)],
    ...[`[${screening.programs.map(totalText).join(",")}]`, parts.predictionOf(screening.predicted)],
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

/** Reason and lane stand in the verdict itself, which is searched by them; `withGrounds` gives back the rest. */
const findingsText = (findings: readonly Finding[], parts: VerdictParts): string =>
  `[${findings.map((finding) => findingText(finding, parts)).join(",")}]`;

const findingText = (finding: Finding, parts: VerdictParts): string =>
  `{"reason":${JSON.stringify(finding.reason)},"lane":${JSON.stringify(finding.lane)},"ground":${parts.groundOf(finding)}}`;

/**
 * Flat, with amounts as text, so that `jsonb_to_recordset` reads them as numerics. What is absent is most of it: an amount
 * of zero, and an upper bound that is the amount itself. Read by `program-totals.ts` and `import-scan.ts`.
 */
function totalText({ program, paid, refundable, stays }: ProgramTotal): string {
  let text = `{"program":${JSON.stringify(program)}`;
  const add = (name: string, { min, max }: AmountRange): void => {
    if (!min.isZero()) text += `,"${name}":"${min.toFixed()}"`;
    if (max === null) text += `,"${name}_max":"Infinity"`;
    else if (compareUsd(max, min) !== 0) text += `,"${name}_max":"${max.toFixed()}"`;
  };
  add("paid", paid);
  add("refundable", refundable);
  add("stays", stays);
  return `${text}}`;
}

/** The law a stored verdict rests on. */
export type ScreenedUnder = { readonly version: string; readonly on: Day };

/** The verdict of an entry's last screening, and the law it rests on; null: only a range is refundable. */
export type LastScreening = ScreenedUnder & { readonly lane: Lane; readonly refundable: Usd | null };

/** How each entry was screened last; entries that never were are absent. */
export async function lastScreenings(
  t: BulkTenant,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, LastScreening>> {
  const rows = await queryOn(t)<LastScreeningRow>(
    `SELECT entry_number, rules_version, as_of::text, lane, refundable::text FROM screenings
     WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`,
    [t.orgId, numbers],
  );
  return new Map(
    rows.map(({ entry_number, rules_version, as_of, lane, refundable }) => [
      entry_number,
      { version: rules_version, on: as_of, lane, refundable: refundable === null ? null : usd(refundable) },
    ]),
  );
}

type LastScreeningRow = {
  readonly entry_number: EntryNumber;
  readonly rules_version: string;
  readonly as_of: Day;
  readonly lane: Lane;
  readonly refundable: string | null;
};

/** Whether some verdict of the organization rests on other rules, or on another day. */
export async function hasStaleScreenings(t: BulkTenant, { version, on }: ScreenedUnder): Promise<boolean> {
  const rows = await queryOn(t)(
    `SELECT 1 FROM screenings WHERE org_id = $1::uuid AND (rules_version <> $2::text OR as_of <> $3::date) LIMIT 1`,
    [t.orgId, version, on],
  );
  return rows.length > 0;
}
