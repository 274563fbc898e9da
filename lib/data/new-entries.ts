import "server-only";

import type { Entry, Screening } from "@/lib/domain";

import { copyToStaging, makeStaging, moveFromStaging, type Cell, type CopiedTable } from "./bulk";
import type { BulkTenant } from "./bulk-tenant";
import { CopyText } from "./copy-text";
import { CLOCK_SET_COLUMNS, ClockSets, SAME_SETS_STAY } from "./clock-sets";
import {
  ENTRY_COLUMNS,
  entryCells,
  FACT_ROW_COLUMNS,
  factRowCells,
  LINE_COLUMNS,
  lineCells,
} from "./entries-write";
import { SCREENING_COLUMNS, screeningCells } from "./screenings-write";
import type { VerdictParts } from "./verdict-parts";

type TableOfEntries = CopiedTable & {
  readonly rowsOf: (orgId: string, entry: Entry, screening: Screening) => Iterable<readonly Cell[]>;
  readonly onConflict?: string;
};

/** The tables that an entry stands in, in the order in which their rows may be there. */
const tablesWith = (sets: ClockSets, parts: VerdictParts): readonly TableOfEntries[] => [
  { table: "entries", columns: ENTRY_COLUMNS, rowsOf: entryCells },
  { table: "entry_lines", columns: LINE_COLUMNS, rowsOf: lineCells },
  { table: "fact_rows", columns: FACT_ROW_COLUMNS, rowsOf: factRowCells },
  {
    table: "clock_sets",
    columns: CLOCK_SET_COLUMNS,
    rowsOf: (org, _entry, screening) => sets.rowsOf(org, screening),
    onConflict: SAME_SETS_STAY,
  },
  {
    table: "screenings",
    columns: SCREENING_COLUMNS,
    rowsOf: (org, { number }, screening) => [screeningCells(org, { number, screening }, parts)],
  },
];

/**
 * Entries that the books do not hold, with their first verdicts, on their way into the tables: written out as soon as they
 * come, so that nothing but bytes waits for the database.
 */
export class NewEntries {
  readonly #texts: readonly { readonly table: TableOfEntries; readonly text: CopyText }[];
  readonly #parts: VerdictParts;
  #count = 0;
  #isStaged = false;

  /** @param parts - of the transaction */
  constructor(parts: VerdictParts) {
    this.#parts = parts;
    this.#texts = tablesWith(new ClockSets(), parts).map((table) => ({ table, text: new CopyText() }));
  }

  get count(): number {
    return this.#count;
  }

  add(orgId: string, entry: Entry, screening: Screening): void {
    this.#count++;
    for (const { table, text } of this.#texts)
      for (const row of table.rowsOf(orgId, entry, screening)) text.add(row);
  }

  /** Stores what was added until now; more may be added meanwhile, for the next time. */
  async store(t: BulkTenant): Promise<void> {
    if (this.#count === 0) return;
    const { client } = t;
    this.#count = 0;
    const written = this.#texts.map(({ table, text }) => ({ table, pieces: text.take() }));
    await this.#parts.write(t);
    if (!this.#isStaged) await client.query(this.#texts.map(({ table }) => makeStaging(table)).join("\n"));
    this.#isStaged = true;
    const filled = written.filter(({ pieces }) => pieces.length > 0);
    for (const { table, pieces } of filled) await copyToStaging(client, table, pieces);
    // In one statement, so that the database has work until the next entries are there, and waits for nobody's turn.
    await client.query(filled.map(({ table }) => moveFromStaging(table, table.onConflict)).join("\n"));
  }
}
