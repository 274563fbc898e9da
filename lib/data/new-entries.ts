import "server-only";

import type { Entry, Screening } from "@/lib/domain";

import { insertPieces, type Cell } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { CopyText } from "./copy-text";
import {
  ENTRY_COLUMNS,
  entryCells,
  FACT_ROW_COLUMNS,
  factRowCells,
  LINE_COLUMNS,
  lineCells,
} from "./entries-write";
import { CLOCK_COLUMNS, clockCells } from "./entry-clocks";
import { SCREENING_COLUMNS, screeningCells } from "./screenings-write";

type RowsOf = (orgId: string, entry: Entry, screening: Screening) => Iterable<readonly Cell[]>;

/** The tables that an entry stands in, in the order in which their rows may be there. */
const TABLES: readonly (readonly [table: string, columns: readonly string[], rowsOf: RowsOf])[] = [
  ["entries", ENTRY_COLUMNS, entryCells],
  ["entry_lines", LINE_COLUMNS, lineCells],
  ["fact_rows", FACT_ROW_COLUMNS, factRowCells],
  [
    "screenings",
    SCREENING_COLUMNS,
    (org, { number }, screening) => [screeningCells(org, { number, screening })],
  ],
  ["entry_clocks", CLOCK_COLUMNS, (org, { number }, screening) => clockCells(org, { number, screening })],
];

/**
 * Entries that the books do not hold, with their first verdicts, on their way into the tables: written out as soon as they
 * come, so that nothing but bytes waits for the database.
 */
export class NewEntries {
  readonly #tables = TABLES.map(([table, columns, rowsOf]) => ({
    table,
    columns,
    rowsOf,
    text: new CopyText(),
  }));
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(orgId: string, entry: Entry, screening: Screening): void {
    this.#count++;
    for (const { rowsOf, text } of this.#tables)
      for (const row of rowsOf(orgId, entry, screening)) text.add(row);
  }

  /** Stores what was added until now; more may be added meanwhile, for the next time. */
  async store({ client }: BulkTenant): Promise<void> {
    this.#count = 0;
    const written = this.#tables.map(({ text, ...table }) => ({ ...table, pieces: text.take() }));
    for (const { table, columns, pieces } of written) await insertPieces(client, table, columns, pieces);
  }
}
