import "server-only";

import { asSettled, knownValue, type Entry, type EntryNumber } from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { importerNumberIn } from "./importers";
import { toStoredFacts } from "./stored-facts";
import { linesByFile } from "./stored-lines";

const LINE_COLUMNS = ["org_id", "import_id", "entry_number", "rows_used", "duty", "numbers", "lines"];

/**
 * Lines stand under their entry as it now is: the entry's old ones are replaced, so a used row may become a variant.
 * @param known - the entries that have lines already; not given: any of them may
 */
export async function replaceLines(
  { client, orgId }: BulkTenant,
  entries: readonly Entry[],
  known: readonly EntryNumber[] = entries.map(({ number }) => number),
): Promise<void> {
  for (const table of known.length === 0 ? [] : ["entry_lines", "fact_rows"])
    await client.query(`DELETE FROM ${table} WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`, [
      orgId,
      known,
    ]);
  await insertByCopy(client, "entry_lines", LINE_COLUMNS, lineCells(orgId, entries));
  await insertByCopy(
    client,
    "fact_rows",
    ["org_id", "import_id", "file_row", "entry_number", "content"],
    factRowCells(orgId, entries),
  );
}

function* lineCells(orgId: string, entries: Iterable<Entry>): Generator<readonly Cell[]> {
  for (const entry of entries)
    for (const { importId, rowsUsed, duty, numbers, lines } of linesByFile(entry))
      yield [
        ...[orgId, importId, entry.number, String(rowsUsed), duty.toFixed()],
        ...[`{${numbers.join(",")}}`, JSON.stringify(lines)],
      ];
}

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
