import type { Entry } from "../entry";
import type { EntryNumber } from "../identifiers";
import { addUsd, ZERO_USD } from "../money";
import type { RowAccounting } from "./accounting";
import type { AssembledFile, LiquidationColumn, SetAsideRow } from "./assembled-file";
import { addRow, type EntryInTheMaking, finishEntry, startEntry } from "./entry-in-the-making";
import type { FileLayout } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { createProblemGroups } from "./problem-groups";
import { isBlankCell, type RawRow } from "./raw-row";
import { readDay } from "./read-day";
import { ieepaDutyOn, type RowReading, rowReaderFor } from "./read-row";
import { detached } from "./remember";
import { cellAt } from "./row-shape";
import type { SetAsideReason } from "./row-problem";

type ReadingWithRow = Exclude<RowReading, { kind: "another-header" }>;
type SetAsideReading = Extract<RowReading, { kind: "set-aside" }>;
type UsedReading = Extract<RowReading, { kind: "row" }>;

/**
 * Puts the rows of one file together into entries, row by row; the rows of an entry need not stand together.
 * `add` answers "another-header" when a table with other columns begins: the file must then be refused.
 */
export class EntryAssembly {
  readonly #layout: FileLayout;
  readonly #read: (raw: RawRow) => RowReading;
  readonly #entries = new Map<EntryNumber, EntryInTheMaking>();
  readonly #setAside: SetAsideRow[] = [];
  readonly #problems = createProblemGroups();
  #rowsRead = 0;
  #moneyNotScreened = ZERO_USD;
  #liquidationIsLive = false;
  /** The entry whose continuation rows may follow. */
  #above: EntryNumber | null = null;

  /** @param file - import id or file name, kept with everything read from it */
  constructor(layout: FileLayout, file: string) {
    this.#layout = layout;
    this.#read = rowReaderFor(layout, file);
  }

  get rowsRead(): number {
    return this.#rowsRead;
  }

  add(raw: RawRow): "added" | "another-header" {
    const reading = this.#read(raw);
    if (reading.kind === "another-header") return "another-header";
    this.#rowsRead++;
    this.#noteLiquidationDate(raw);
    const settled = this.#joinToEntryAbove(reading);
    this.#problems.add(settled.problems);
    if (settled.kind === "set-aside") this.#putAside(settled, raw);
    else this.#place(settled, raw);
    return "added";
  }

  /** The entries of the file, and what became of every row. The assembly is not to be used afterwards. */
  finish(): AssembledFile {
    const entries = new Map<EntryNumber, Entry>();
    let chapter99Rows = 0;
    for (const [number, making] of this.#entries) {
      const { entry, setAside } = finishEntry(number, making, this.#liquidationIsLive);
      entries.set(number, entry);
      for (const row of setAside) this.#setAside.push({ ...row, number, problems: [], cells: [] });
      for (const { hts } of entry.lines) if (hts?.startsWith("99")) chapter99Rows++;
      this.#entries.delete(number); // a million rows need not be held twice
    }
    return {
      entries,
      setAside: this.#setAside.toSorted((a, b) => a.source.row - b.source.row),
      accounting: this.#account(),
      problems: this.#problems.list(),
      liquidationColumn: this.#liquidationColumn(),
      chapter99Rows,
    };
  }

  /** A continuation row takes the number from above; with no entry above it belongs to none. */
  #joinToEntryAbove(
    reading: ReadingWithRow,
  ): SetAsideReading | (UsedReading & { readonly number: EntryNumber }) {
    if (reading.kind === "set-aside") return reading;
    const number = reading.number ?? this.#above;
    if (number !== null) return { ...reading, number };
    const column = this.#layout.headings[this.#layout.at.entryNumber ?? 0] ?? "";
    const missing = { kind: "entry-number-missing", row: reading.source.row, column, found: "" } as const;
    return {
      kind: "set-aside",
      source: reading.source,
      reason: "no-entry-number",
      problems: [missing, ...reading.problems],
      ieepaDuty: ieepaDutyOn(reading.line),
    };
  }

  #place(reading: UsedReading & { readonly number: EntryNumber }, { cells }: RawRow): void {
    const making = this.#entries.get(reading.number) ?? startEntry(reading.source);
    this.#entries.set(reading.number, making);
    this.#above = reading.number;
    addRow(making, reading);
    const { liquidationDate, liquidationStatus } = this.#layout.at;
    if (!isBlankCell(cellAt(cells, liquidationDate)) || !isBlankCell(cellAt(cells, liquidationStatus)))
      making.liquidationShown = true;
  }

  #putAside({ source, reason, problems, ieepaDuty }: SetAsideReading, { cells }: RawRow): void {
    if (ieepaDuty !== null) this.#moneyNotScreened = addUsd(this.#moneyNotScreened, ieepaDuty);
    // Below a row of an unknown entry, a total or a footer, nobody can tell whose continuation rows follow.
    const belongsAbove =
      reason === "repeated-header" || this.#layout.entryColumns.every((at) => isBlankCell(cells[at]));
    if (!belongsAbove) this.#above = null;
    const kept = this.#setAside.length < INTAKE_LIMITS.keptRawRowsMax ? cells.map(detached) : [];
    this.#setAside.push({ source, reason, number: null, problems, cells: kept, twin: null });
  }

  /** Any readable date counts, on set-aside rows and in the future too. */
  #noteLiquidationDate({ cells }: RawRow): void {
    if (this.#liquidationIsLive) return;
    const cell = cellAt(cells, this.#layout.at.liquidationDate);
    if (cell !== undefined) this.#liquidationIsLive = readDay(cell).kind === "day";
  }

  #liquidationColumn(): LiquidationColumn {
    if (this.#layout.at.liquidationDate === undefined) return "absent";
    return this.#liquidationIsLive ? "live" : "blank";
  }

  #account(): RowAccounting {
    const setAside: Partial<Record<SetAsideReason, number>> = {};
    for (const { reason } of this.#setAside) setAside[reason] = (setAside[reason] ?? 0) + 1;
    const used = this.#rowsRead - this.#setAside.length;
    return { read: this.#rowsRead, used, setAside, moneyNotScreened: this.#moneyNotScreened };
  }
}
