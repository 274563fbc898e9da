import "server-only";

import {
  groupLineConflicts,
  NO_ANSWERS,
  usd,
  type ClaimSighting,
  type Entry,
  type EntryAnswers,
  type EntryNumber,
  type FactRow,
  type HtsNumber,
  type TariffLine,
} from "@/lib/domain";

import { claimSightingsOf } from "./claim-sightings";
import { toEntryFacts, type StoredFacts } from "./stored-facts";
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

export type Disposition = "used" | "conflict" | "echo";

type StoredLine = {
  readonly line: TariffLine;
  readonly disposition: Disposition;
};

function byDisposition(stored: readonly StoredLine[]): Pick<Entry, "lines" | "conflicts" | "echoes"> {
  const of = (wanted: Disposition): readonly TariffLine[] =>
    stored.filter(({ disposition }) => disposition === wanted).map(({ line }) => line);
  return { lines: of("used"), conflicts: groupLineConflicts(of("conflict")), echoes: of("echo") };
}

type LineRow = {
  readonly entry_number: EntryNumber;
  readonly import_id: string;
  readonly file_row: number;
  readonly part: number;
  readonly line_number: string | null;
  readonly ordinal: string | null;
  readonly hts: HtsNumber | null;
  readonly hts_found: string | null;
  readonly value: string | null;
  readonly duty: string | null;
  readonly duty_found: string | null;
  readonly origin: string | null;
  readonly spi: string | null;
  readonly other_cells: string | null;
  readonly compared_columns: readonly string[];
  readonly disposition: Disposition;
};

// Amounts come as text: exact on both drivers, where each would otherwise make a number or a Decimal of its own.
const LINES = `
  SELECT l.entry_number, l.import_id::text, l.file_row, l.part, l.line_number, l.ordinal, l.hts, l.hts_found,
         coalesce(l.value_exact, l.value_cents / 100.0)::text AS value,
         coalesce(l.duty_exact, l.duty_cents / 100.0)::text AS duty,
         l.duty_found, l.origin, l.spi, l.other_cells, i.compared_columns, l.disposition::text
  FROM tariff_lines l JOIN imports i ON i.org_id = l.org_id AND i.id = l.import_id
  WHERE l.org_id = $1::uuid AND l.entry_number = ANY ($2::text[])
  ORDER BY l.entry_number, l.import_id, l.file_row, l.part`;

async function loadLines(query: Query, orgId: string, numbers: readonly EntryNumber[]) {
  const rows = await query<LineRow>(LINES, [orgId, numbers]);
  return grouped(rows.map((row) => [row.entry_number, { line: toLine(row), disposition: row.disposition }]));
}

const toLine = (row: LineRow): TariffLine => ({
  source: {
    file: row.import_id,
    row: row.file_row,
    ...(row.part === 0 ? {} : { part: row.part }),
  },
  lineNumber: row.line_number,
  ordinal: row.ordinal,
  hts: row.hts,
  htsFound: row.hts_found ?? row.hts ?? "",
  value: row.value === null ? null : usd(row.value),
  duty: row.duty === null ? null : usd(row.duty),
  dutyFound: row.duty_found ?? row.duty ?? "",
  origin: row.origin,
  spi: row.spi,
  columns: row.compared_columns,
  ...(row.other_cells === null ? {} : { otherCells: row.other_cells }),
});

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
