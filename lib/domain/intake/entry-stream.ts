import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import { addUsd, ZERO_USD } from "../money";
import type { AssembledFile, LiquidationColumn, SetAsideRow } from "./assembled-file";
import { addRow, type EntryInTheMaking, finishEntry, startEntry } from "./entry-in-the-making";
import { Departures, type KnownAhead } from "./departures";
import type { FileLayout } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { createProblemGroups } from "./problem-groups";
import { isBlankCell, type RawRow } from "./raw-row";
import { hasDay } from "./read-day";
import { ieepaDutyOnRow, type RowReading, rowReaderFor } from "./read-row";
import { detached } from "./remember";
import { cellAt } from "./row-shape";
import type { SetAsideReason } from "./row-problem";

type SetAsideReading = Extract<RowReading, { kind: "set-aside" }>;
type UsedReading = Extract<RowReading, { kind: "row" }>;

/** Takes what the stream lets go. Rows that an entry did not need come just before it. */
export type EntrySink = {
  readonly takeEntry: (entry: Entry) => void;
  readonly takeSetAside: (row: SetAsideRow) => void;
};

/** What is known of a file once all its rows were read. */
export type FileTotals = Omit<AssembledFile, "entries" | "setAside">;

/**
 * Puts the rows of one file together into entries, row by row, and lets each entry go as soon as a survey says that no
 * further row belongs to it: memory holds the entries that are open, not the file. Without a survey all stay open until
 * the end. `add` answers "another-header" when a table with other columns begins: the file must then be refused.
 */
export class EntryStream {
  readonly #layout: FileLayout;
  readonly #read: (raw: RawRow) => RowReading;
  readonly #sink: EntrySink;
  readonly #departures: Departures | null;
  readonly #open = new Map<EntryNumber, EntryInTheMaking>();
  readonly #problems = createProblemGroups();
  readonly #setAside: Partial<Record<SetAsideReason, number>> = {};
  #rowsRead = 0;
  #rowsKept = 0;
  #chapter99Rows = 0;
  #moneyNotScreened = ZERO_USD;
  #liquidationIsLive: boolean;
  /** The entry whose continuation rows may follow. */
  #above: EntryNumber | null = null;

  /** @param file - import id or file name, kept with everything read from it */
  constructor(layout: FileLayout, file: string, sink: EntrySink, survey: KnownAhead | null = null) {
    this.#layout = layout;
    this.#read = rowReaderFor(layout, file);
    this.#sink = sink;
    this.#departures = survey && new Departures(layout, survey.placesOf);
    this.#liquidationIsLive = survey?.liquidationIsLive ?? false;
  }

  get rowsRead(): number {
    return this.#rowsRead;
  }

  add(raw: RawRow): "added" | "another-header" {
    const gone = this.#departures?.before(raw) ?? null;
    if (gone !== null) this.#letGo(gone);
    const reading = this.#read(raw);
    if (reading.kind === "another-header") return "another-header";
    this.#rowsRead++;
    this.#liquidationIsLive ||= hasDay(cellAt(raw.cells, this.#layout.at.liquidationDate));
    const number = reading.kind === "row" ? (reading.number ?? this.#above) : null;
    if (reading.kind === "row" && number !== null) this.#place(number, reading, raw);
    else this.#putAside(reading.kind === "row" ? this.#withoutNumber(reading) : reading, raw);
    return "added";
  }

  /** Lets the entries go that are still open. The stream is not to be used afterwards. */
  finish(): FileTotals {
    for (const number of this.#open.keys()) this.#letGo(number);
    const setAside = this.#setAside;
    const used = Object.values(setAside).reduce((left, count) => left - count, this.#rowsRead);
    return {
      accounting: { read: this.#rowsRead, used, setAside, moneyNotScreened: this.#moneyNotScreened },
      problems: this.#problems.list(),
      liquidationColumn: this.#liquidationColumn(),
      chapter99Rows: this.#chapter99Rows,
    };
  }

  #letGo(number: EntryNumber): void {
    const making = this.#open.get(number);
    if (making === undefined) return; // none of its rows was used
    this.#open.delete(number);
    const { entry, setAside } = finishEntry(number, making, this.#liquidationIsLive);
    for (const row of setAside) this.#sendAside({ ...row, number, problems: [], cells: [] });
    for (const { hts } of entry.lines) if (hts?.startsWith("99")) this.#chapter99Rows++;
    this.#sink.takeEntry(entry);
  }

  /** A continuation row takes the number from above; with no entry above it belongs to none. */
  #withoutNumber({ source, problems, line, more }: UsedReading): SetAsideReading {
    const column = this.#layout.headings[this.#layout.at.entryNumber ?? 0] ?? "";
    const missing = { kind: "entry-number-missing", row: source.row, column, found: "" } as const;
    return {
      kind: "set-aside",
      source,
      reason: "no-entry-number",
      problems: [missing, ...problems],
      ieepaDuty: ieepaDutyOnRow(line, more),
    };
  }

  #place(number: EntryNumber, reading: UsedReading, { cells }: RawRow): void {
    this.#problems.add(reading.problems);
    const making = this.#open.get(number) ?? this.#start(number, reading.source);
    this.#above = number;
    addRow(making, reading);
    if (making.liquidationShown) return;
    const { liquidationDate, liquidationStatus } = this.#layout.at;
    making.liquidationShown =
      !isBlankCell(cellAt(cells, liquidationDate)) || !isBlankCell(cellAt(cells, liquidationStatus));
  }

  #start(number: EntryNumber, first: FactSource): EntryInTheMaking {
    const making = startEntry(first);
    this.#open.set(number, making);
    return making;
  }

  #putAside({ source, reason, problems, ieepaDuty }: SetAsideReading, { cells }: RawRow): void {
    this.#problems.add(problems);
    if (ieepaDuty !== null) this.#moneyNotScreened = addUsd(this.#moneyNotScreened, ieepaDuty);
    // Below a row of an unknown entry, a total or a footer, nobody can tell whose continuation rows follow.
    const belongsAbove =
      reason === "repeated-header" || this.#layout.entryColumns.every((at) => isBlankCell(cells[at]));
    if (!belongsAbove) this.#above = null;
    const kept = this.#rowsKept++ < INTAKE_LIMITS.keptRawRowsMax ? cells.map(detached) : [];
    this.#sendAside({ source, reason, number: null, problems, cells: kept, twin: null });
  }

  #sendAside(row: SetAsideRow): void {
    this.#setAside[row.reason] = (this.#setAside[row.reason] ?? 0) + 1;
    this.#sink.takeSetAside(row);
  }

  #liquidationColumn(): LiquidationColumn {
    if (this.#layout.at.liquidationDate === undefined) return "absent";
    return this.#liquidationIsLive ? "live" : "blank";
  }
}
