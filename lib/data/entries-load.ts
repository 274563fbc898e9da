import "server-only";

import {
  groupLineConflicts,
  NO_ANSWERS,
  type ClaimSighting,
  type Entry,
  type EntryAnswers,
  type EntryNumber,
  type FactRow,
  type TariffLine,
} from "@/lib/domain";

import { claimSightingsOf } from "./claim-sightings";
import { toEntryFacts, type StoredFacts } from "./stored-facts";
import { placedLines, type Disposition, type PlacedLine, type StoredLine } from "./stored-lines";
import type { Query } from "./tenant";

/** Entries of one organization by number, with their lines and what claims say of them; unknown numbers are absent. */
export async function loadEntries(
  query: Query,
  orgId: string,
  numbers: readonly EntryNumber[],
): Promise<ReadonlyMap<EntryNumber, Entry>> {
  const rows = await query<EntryRow>(
    "SELECT number, facts, answers FROM entries WHERE org_id = $1::uuid AND number = ANY ($2::text[])",
    [orgId, numbers],
  );
  if (rows.length === 0) return new Map();
  const known = rows.map(({ number }) => number);
  const [lines, factRows, claims] = [
    await loadLines(query, orgId, known),
    await loadFactRows(query, orgId, known),
    await claimSightingsOf(query, orgId, known),
  ];
  return new Map(
    rows.map((row) => [
      row.number,
      {
        number: row.number,
        facts: toEntryFacts(row.facts),
        // Answers given before a question was known lack it.
        answers: { ...NO_ANSWERS, ...row.answers },
        ...byDisposition(lines.get(row.number) ?? []),
        factRows: factRows.get(row.number) ?? [],
        claims: claims.get(row.number) ?? ([] as readonly ClaimSighting[]),
      },
    ]),
  );
}

type EntryRow = {
  readonly number: EntryNumber;
  readonly facts: StoredFacts;
  readonly answers: Partial<EntryAnswers>;
};

function byDisposition(placed: readonly PlacedLine[]): Pick<Entry, "lines" | "conflicts" | "echoes"> {
  const of = (wanted: Disposition): readonly TariffLine[] =>
    placed.filter(({ disposition }) => disposition === wanted).map(({ line }) => line);
  return { lines: of("used"), conflicts: groupLineConflicts(of("conflict")), echoes: of("echo") };
}

type LinesRow = {
  readonly entry_number: EntryNumber;
  readonly import_id: string;
  readonly lines: readonly StoredLine[];
  readonly compared_columns: readonly string[];
};

const LINES = `
  SELECT l.entry_number, l.import_id::text, l.lines, i.compared_columns
  FROM entry_lines l JOIN imports i ON i.org_id = l.org_id AND i.id = l.import_id
  WHERE l.org_id = $1::uuid AND l.entry_number = ANY ($2::text[])
  ORDER BY l.entry_number, l.import_id`;

async function loadLines(query: Query, orgId: string, numbers: readonly EntryNumber[]) {
  const rows = await query<LinesRow>(LINES, [orgId, numbers]);
  return grouped(
    rows.flatMap(({ entry_number, import_id, lines, compared_columns }) =>
      placedLines(lines, import_id, compared_columns).map((line) => [entry_number, line] as const),
    ),
  );
}

async function loadFactRows(query: Query, orgId: string, numbers: readonly EntryNumber[]) {
  const rows = await query<{
    entry_number: EntryNumber;
    import_id: string;
    file_row: number;
    content: string;
  }>(
    `SELECT entry_number, import_id::text, file_row, content FROM fact_rows
     WHERE org_id = $1::uuid AND entry_number = ANY ($2::text[]) ORDER BY entry_number, import_id, file_row`,
    [orgId, numbers],
  );
  return grouped<FactRow>(
    rows.map((row) => [
      row.entry_number,
      { source: { file: row.import_id, row: row.file_row }, content: row.content },
    ]),
  );
}

function grouped<T>(pairs: readonly (readonly [EntryNumber, T])[]): ReadonlyMap<EntryNumber, readonly T[]> {
  const groups = new Map<EntryNumber, T[]>();
  for (const [number, member] of pairs) {
    const group = groups.get(number);
    if (group) group.push(member);
    else groups.set(number, [member]);
  }
  return groups;
}
