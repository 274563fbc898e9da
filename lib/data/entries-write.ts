import "server-only";

import { asSettled, knownValue, type Entry, type EntryNumber } from "@/lib/domain";

import { insertByCopy, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { importerNumberIn } from "./importers";
import { toStoredFacts } from "./stored-facts";
import { linesByFile } from "./stored-lines";

/** The cells of an entry for the tables that it stands in, and the columns these are for. */
export const LINE_COLUMNS = ["org_id", "import_id", "entry_number", "rows_used", "duty", "numbers", "lines"];
export const FACT_ROW_COLUMNS = ["org_id", "import_id", "file_row", "entry_number", "content"];
export const ENTRY_COLUMNS = [
  ...["org_id", "number", "facts", "answers"],
  ...["importer_number", "entry_type", "entry_date", "liquidation_date"],
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
  for (const table of known.length === 0 ? [] : ["entry_lines", "fact_rows"])
    await client.query(`DELETE FROM ${table} WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[])`, [
      orgId,
      known,
    ]);
  await insertByCopy(client, "entry_lines", LINE_COLUMNS, ofEach(entries, orgId, lineCells));
  await insertByCopy(client, "fact_rows", FACT_ROW_COLUMNS, ofEach(entries, orgId, factRowCells));
}

type Rows = Iterable<readonly Cell[]>;

function* ofEach(
  entries: Iterable<Entry>,
  orgId: string,
  rowsOf: (orgId: string, entry: Entry) => Rows,
): Rows {
  for (const entry of entries) yield* rowsOf(orgId, entry);
}

export function* lineCells(orgId: string, entry: Entry): Rows {
  for (const { importId, rowsUsed, duty, numbers, lines } of linesByFile(entry))
    yield [
      ...[orgId, importId, entry.number, String(rowsUsed), duty.toFixed()],
      ...[`{${numbers.join(",")}}`, JSON.stringify(lines)],
    ];
}

export function* factRowCells(orgId: string, { number, factRows = [] }: Entry): Rows {
  for (const { source, content } of factRows) yield [orgId, source.file, String(source.row), number, content];
}

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
  const rows = ofEach(entries, orgId, entryCells);
  await insertByCopy(client, "entries", ENTRY_COLUMNS, rows, areNew ? "" : OVERWRITE);
}

export const entryCells = (orgId: string, entry: Entry): Rows => [
  [
    ...[orgId, entry.number, JSON.stringify(toStoredFacts(entry.facts)), JSON.stringify(entry.answers)],
    ...knownColumns(entry),
  ],
];

/** The facts that lists filter and sort by, as the user settled them; null while unknown or torn. */
export function knownColumns(entry: Entry): readonly (string | null)[] {
  const { facts } = asSettled(entry);
  return [
    ...[importerNumberIn(facts), knownValue(facts.entryType)],
    ...[knownValue(facts.entryDate), knownValue(facts.liquidationDate)],
  ];
}
