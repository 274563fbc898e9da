import "server-only";

import {
  asSettled,
  knownValue,
  numbersTogether,
  wholeCentsOf,
  type Entry,
  type EntryNumber,
  type TariffLine,
  type Usd,
} from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import type { Disposition } from "./entries-load";
import { importerNumberIn } from "./importers";
import { toStoredFacts } from "./stored-facts";

const LINE_COLUMNS = [
  ...["org_id", "import_id", "file_row", "part", "entry_number", "line_number", "ordinal"],
  ...["hts", "hts_found"],
  ...["value_cents", "value_exact", "duty_cents", "duty_exact", "duty_found"],
  ...["origin", "spi", "other_cells", "disposition"],
];

/**
 * Lines stand under their entry as it now is: the entry's old ones are replaced, so a used row may become a variant.
 * @param known - the entries that have lines already; not given: any of them may
 */
export async function replaceLines(
  { client, orgId }: BulkTenant,
  entries: readonly Entry[],
  known: readonly EntryNumber[] = entries.map(({ number }) => number),
): Promise<void> {
  for (const table of known.length === 0 ? [] : ["tariff_lines", "fact_rows"])
    await client.query(`DELETE FROM ${table} WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`, [
      orgId,
      known,
    ]);
  await insertByCopy(client, "tariff_lines", LINE_COLUMNS, lineCells(orgId, entries));
  await insertByCopy(
    client,
    "fact_rows",
    ["org_id", "import_id", "file_row", "entry_number", "content"],
    factRowCells(orgId, entries),
  );
}

function* lineCells(orgId: string, entries: Iterable<Entry>): Generator<readonly Cell[]> {
  for (const { number, lines, conflicts, echoes = [] } of entries) {
    for (const line of lines) yield cellsOf(orgId, number, line, "used");
    for (const { variants } of conflicts)
      for (const line of variants) yield cellsOf(orgId, number, line, "conflict");
    for (const line of echoes) yield cellsOf(orgId, number, line, "echo");
  }
}

function cellsOf(
  orgId: string,
  number: EntryNumber,
  line: TariffLine,
  disposition: Disposition,
): readonly Cell[] {
  // Beside a number that was read, only what it says of other numbers is kept.
  const htsFound = line.hts === null || numbersTogether(line).length > 1 ? line.htsFound : null;
  const dutyFound = line.duty === null ? line.dutyFound : null;
  const [valueCents, valueExact] = centsAndExact(line.value);
  const [dutyCents, dutyExact] = centsAndExact(line.duty);
  const { file, row, part = 0 } = line.source;
  return [
    orgId,
    file,
    String(row),
    String(part),
    number,
    line.lineNumber,
    line.ordinal,
    line.hts,
    htsFound,
    valueCents,
    valueExact,
    dutyCents,
    dutyExact,
    dutyFound,
    line.origin,
    line.spi,
    line.otherCells ?? null,
    disposition,
  ];
}

/** As much as the integer column holds, in cents; more was never paid on a line, but a cell may say so. */
const DOLLAR_DIGITS_MAX = 16;

/** Whole cents, and the exact amount only where the file gives a fraction of a cent, or more than the column holds. */
function centsAndExact(amount: Usd | null): readonly [cents: Cell, exact: Cell] {
  if (amount === null) return NO_AMOUNT;
  const whole = wholeCentsOf(amount);
  if (whole !== null) return [String(whole), null];
  if (amount.e >= DOLLAR_DIGITS_MAX) return [null, amount.toFixed()];
  const cents = amount.toFixed(2).replace(".", "");
  return [cents, amount.decimalPlaces() <= 2 ? null : amount.toFixed()];
}

const NO_AMOUNT = [null, null] as const;

function* factRowCells(orgId: string, entries: Iterable<Entry>): Generator<readonly Cell[]> {
  for (const { number, factRows = [] } of entries)
    for (const { source, content } of factRows)
      yield [orgId, source.file, String(source.row), number, content];
}

const ENTRY_COLUMNS = [
  ...["org_id", "number", "facts", "answers"],
  ...["importer_number", "entry_type", "entry_date", "liquidation_date"],
];

const OVERWRITE = `ON CONFLICT (org_id, number) DO UPDATE SET facts = excluded.facts, answers = excluded.answers,
  importer_number = excluded.importer_number, entry_type = excluded.entry_type, entry_date = excluded.entry_date,
  liquidation_date = excluded.liquidation_date, updated_at = now()`;

/**
 * Writes the facts of entries, new or known, and what a person answered, as it was loaded under the same lock.
 * @param areNew - none of them is known, so that nothing need be looked for to be overwritten
 */
export async function writeEntries(
  { client, orgId }: BulkTenant,
  entries: readonly Entry[],
  areNew = false,
): Promise<void> {
  await insertByCopy(client, "entries", ENTRY_COLUMNS, entryCells(orgId, entries), areNew ? "" : OVERWRITE);
}

function* entryCells(orgId: string, entries: Iterable<Entry>): Generator<readonly Cell[]> {
  for (const entry of entries)
    yield [
      ...[orgId, entry.number, JSON.stringify(toStoredFacts(entry.facts)), JSON.stringify(entry.answers)],
      ...knownColumns(entry),
    ];
}

/** The facts that lists filter and sort by, as the user settled them; null while unknown or torn. */
export function knownColumns(entry: Entry): readonly (string | null)[] {
  const { facts } = asSettled(entry);
  return [
    ...[importerNumberIn(facts), knownValue(facts.entryType)],
    ...[knownValue(facts.entryDate), knownValue(facts.liquidationDate)],
  ];
}
