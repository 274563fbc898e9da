import "server-only";

import type { Entry, Screening } from "@/lib/domain";

import { copyToStaging, makeStaging, moveFromStaging, type Cell, type CopiedTable } from "./bulk";
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
import type { VerdictParts } from "./verdict-parts";

type TableOfEntries = CopiedTable & {
  readonly rowsOf: (
    orgId: string,
    entry: Entry,
    screening: Screening,
    parts: VerdictParts,
  ) => Iterable<readonly Cell[]>;
};

/** The tables that an entry stands in, in the order in which their rows may be there. */
const TABLES: readonly TableOfEntries[] = [
  { table: "entries", columns: ENTRY_COLUMNS, rowsOf: entryCells },
  { table: "entry_lines", columns: LINE_COLUMNS, rowsOf: lineCells },
  { table: "fact_rows", columns: FACT_ROW_COLUMNS, rowsOf: factRowCells },
  {
    table: "screenings",
    columns: SCREENING_COLUMNS,
    rowsOf: (org, { number }, screening, parts) => [screeningCells(org, { number, screening }, parts)],
  },
  {
    table: "entry_clocks",
    columns: CLOCK_COLUMNS,
    rowsOf: (org, { number }, screening) => clockCells(org, { number, screening }),
  },
];

/**
 * Entries that the books do not hold, with their first verdicts, on their way into the tables: written out as soon as they
 * come, so that nothing but bytes waits for the database.
 */
export class NewEntries {
  readonly #texts = TABLES.map((table) => ({ table, text: new CopyText() }));
  readonly #parts: VerdictParts;
  #count = 0;
  #isStaged = false;

  /** @param parts - of the transaction */
  constructor(parts: VerdictParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#count;
  }

  add(orgId: string, entry: Entry, screening: Screening): void {
    this.#count++;
    for (const { table, text } of this.#texts)
      for (const row of table.rowsOf(orgId, entry, screening, this.#parts)) text.add(row);
  }

  /** Stores what was added until now; more may be added meanwhile, for the next time. */
  async store(t: BulkTenant): Promise<void> {
    if (this.#count === 0) return;
    const { client } = t;
    this.#count = 0;
    const written = this.#texts.map(({ table, text }) => ({ table, pieces: text.take() }));
    await this.#parts.write(t);
    if (!this.#isStaged) await client.query(TABLES.map(makeStaging).join("\n"));
    this.#isStaged = true;
    const filled = written.filter(({ pieces }) => pieces.length > 0);
    for (const { table, pieces } of filled) await copyToStaging(client, table, pieces);
    // In one statement, so that the database has work until the next entries are there, and waits for nobody's turn.
    await client.query(filled.map(({ table }) => moveFromStaging(table)).join("\n"));
  }
}
