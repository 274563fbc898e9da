import "server-only";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { writeClaimsOfFile, type EntryWithoutIeepa } from "@/lib/data/claim-rows";
import { writeMoneyRows } from "@/lib/data/refund-rows";
import { claimSightingsOf } from "@/lib/data/claim-sightings";
import { column1RatesOf, writeColumn1Evidence } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { numbersInBooks } from "@/lib/data/entry-numbers";
import { NewEntries } from "@/lib/data/new-entries";
import { protestAnswersOf } from "@/lib/data/entry-answers";
import { replaceLines, writeEntries } from "@/lib/data/entries-write";
import {
  moveRows,
  noteComparedColumns,
  noteExportDay,
  noteImporters,
  writeSetAsideRows,
  type EntryRowMove,
} from "@/lib/data/import-commit";
import {
  addUsd,
  claimChanges,
  entryChange,
  mergeEntries,
  moveRow,
  movesTo,
  placesOf,
  unansweredProtestOf,
  withProtestAnswer,
  ZERO_USD,
  type ClaimBook,
  type ClaimRow,
  type Column1Evidence,
  type Column1Rates,
  type Day,
  type Entry,
  type EntryNumber,
  type ExportDay,
  type MoneyRow,
  type RowAccounting,
  type Screening,
  type SetAsideRow,
  type TariffLine,
  type Usd,
} from "@/lib/domain";

import { claimBook, claimsOfFile } from "./claim-book";
import { ImportEffect } from "./import-effect";
import { ImportersInFile } from "./importers-in-file";
import { screenByNewRates } from "./screen-by-rates";
import { screenClaimed } from "./screen-claimed";
import {
  movesIn,
  moveTo,
  screenBeside,
  screeningBase,
  screeningUnder,
  storeVerdicts,
  type ScreeningBase,
  type Verdicts,
} from "./screening";

/** Some entries of a file with the rows they did not need, and what the file says of claims and refunds. */
export type FilePiece = {
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAsideRow[];
  readonly claims: readonly ClaimRow[];
  readonly money: readonly MoneyRow[];
};

/** What is known of a file before its rows are read for the books. */
export type FileTerms = {
  /** Every entry number that can be read in it. */
  readonly numbers: ReadonlySet<EntryNumber>;
  readonly comparedColumns: readonly string[];
  readonly read: { readonly reportType: string };
  /** What its lines teach of ordinary rates, once for each number. */
  readonly evidence: readonly Column1Evidence[];
};

/** Entries with their verdicts, on their way into the books. */
type ScreenedPiece = {
  readonly merged: readonly Entry[];
  /** Those of them that the books hold already. */
  readonly known: readonly EntryNumber[];
  readonly verdicts: Verdicts;
};

/** What the books held before the file. */
type BooksBefore = {
  readonly rates: Column1Rates;
  readonly claims: ClaimBook;
  /** Of the entries of the file, those of which anything is known. */
  readonly numbers: ReadonlySet<EntryNumber>;
};

/** What a file did to the books. */
export type Addition = {
  readonly effect: ImportEffect;
  readonly accounting: RowAccounting;
  readonly entries: number;
  /** Duty on the rows of the file that its entries keep, used or in conflict or as echoes, USD, exact. */
  readonly duty: Usd;
  /** The imports whose rows were moved, the one at hand among them. */
  readonly imports: readonly string[];
};

/**
 * Adds one file to the books in the one transaction of `t`. Entries of which the books know nothing are screened and written
 * out one by one (`addNew`); the others come in pieces (`add`), are merged with what other files show of them, screened and
 * stored. Holds numbers and counts of what came by, never the entries.
 */
export class AdditionToBooks {
  readonly #t: BulkTenant;
  readonly #importId: string;
  readonly #report: string;
  readonly #before: BooksBefore;
  readonly #base: ScreeningBase;
  readonly #screen: (entry: Entry) => Screening;
  readonly #new: NewEntries;
  readonly #effect = new ImportEffect();
  readonly #importers = new ImportersInFile();
  readonly #screened = new Set<EntryNumber>();
  readonly #claimed = new Set<EntryNumber>();
  #withoutIeepa: EntryWithoutIeepa[] = [];
  readonly #imports: Set<string>;
  /** How often a row of this file moved, by where from and where to. */
  readonly #moved = new Map<string, { readonly move: EntryRowMove; rows: number }>();
  #duty = ZERO_USD;
  #waiting: ScreenedPiece | null = null;

  private constructor(
    t: BulkTenant,
    importId: string,
    report: string,
    before: BooksBefore,
    base: ScreeningBase,
  ) {
    this.#t = t;
    this.#importId = importId;
    this.#report = report;
    this.#before = before;
    this.#base = base;
    this.#screen = screeningUnder(base);
    this.#new = new NewEntries(base.parts);
    this.#imports = new Set([importId]);
  }

  static async begin(
    t: BulkTenant,
    importId: string,
    { numbers, comparedColumns, evidence, read }: FileTerms,
    asOf: Day,
  ): Promise<AdditionToBooks> {
    await noteComparedColumns(t, importId, comparedColumns);
    const before = {
      rates: await column1RatesOf(queryOn(t), t.orgId),
      claims: await claimBook(t),
      numbers: await numbersInBooks(t, [...numbers]),
    };
    await writeColumn1Evidence(t, importId, evidence);
    return new AdditionToBooks(t, importId, read.reportType, before, await screeningBase(t, asOf));
  }

  /** How many entries wait for `add` to store them. */
  get newEntries(): number {
    return this.#new.count;
  }

  /** The file says something of a claim on this entry, before or after its rows. */
  noteClaim(number: EntryNumber): void {
    this.#claimed.add(number);
  }

  /** Takes an entry by itself, unless something is known of it. @returns whether it did */
  addNew(entry: Entry): boolean {
    const { number } = entry;
    if (this.#before.numbers.has(number) || this.#claimed.has(number)) return false;
    if (unansweredProtestOf(entry) !== null) return false; // somebody may have answered for its protest
    const screening = this.#screen(entry);
    this.#new.add(this.#t.orgId, entry, screening);
    this.#noteShown(entry);
    this.#noteMerged(entry);
    this.#effect.noteEntry(entryChange(null, entry), moveTo(number, null, screening));
    return true;
  }

  /** Stores the new entries that came by, and adds the piece. @returns how many entries came by so far */
  async add({ entries, setAside, claims, money }: FilePiece): Promise<number> {
    await this.#new.store(this.#t);
    this.#effect.noteSetAside(setAside);
    await writeSetAsideRows(this.#t, setAside);
    for (const entry of entries) this.#noteShown(entry);
    const withoutIeepa = this.#withoutIeepa;
    this.#withoutIeepa = [];
    await writeClaimsOfFile(this.#t, { rows: claims, withoutIeepa });
    this.#effect.noteMoney(money);
    await writeMoneyRows(this.#t, money);
    if (entries.length > 0) await this.#addKnown(entries);
    return this.#screened.size;
  }

  async #addKnown(entries: readonly Entry[]): Promise<void> {
    const { merged, moves } = await this.#merge(entries);
    const ofOthers = moves.filter(({ source }) => source.file !== this.#importId);
    this.#noteMoves(moves, ofOthers);
    await moveRows(this.#t, moves, ofOthers);
    for (const entry of merged) this.#noteMerged(entry);
  }

  /** @param accounting, exportDay - of the file read by itself */
  async finish(accounting: RowAccounting, exportDay: ExportDay | null): Promise<Addition> {
    const [t, base, screened] = [this.#t, this.#base, this.#screened];
    await this.#storeWaiting();
    await noteImporters(t, this.#importers.names());
    await noteExportDay(t, this.#importId, exportDay); // the day of what the file says of claims
    await screenByNewRates(t, this.#before.rates, base, screened, (move) => {
      this.#effect.noteElsewhere(move);
    });
    await screenClaimed(t, [...this.#claimed], base.acceptances, base, screened, (move) => {
      this.#effect.noteElsewhere(move);
    });
    this.#effect.noteClaims(claimChanges(this.#before.claims, await claimBook(t)));
    let moved = accounting;
    for (const { move, rows } of this.#moved.values())
      for (let row = 0; row < rows; row++) moved = moveRow(moved, move.from, move.to);
    return {
      effect: this.#effect,
      accounting: moved,
      entries: screened.size,
      duty: this.#duty,
      imports: [...this.#imports],
    };
  }

  /** Merges and screens a few entries; returns them, and the rows that moved between used and set aside. */
  async #merge(entries: readonly Entry[]) {
    const [t, effect] = [this.#t, this.#effect];
    const numbers = entries.map(({ number }) => number);
    const known = await loadEntries(queryOn(t), t.orgId, numbers);
    const unknown = numbers.filter((number) => !known.has(number));
    const claims = await claimSightingsOf(queryOn(t), t.orgId, unknown);
    const answers = await protestAnswersOf(t, protestNumbersIn(entries));
    const moves: EntryRowMove[] = [];
    const merged = entries.map((entry) => {
      const before = known.get(entry.number);
      if (!before) return withProtestAnswer({ ...entry, claims: claims.get(entry.number) ?? [] }, answers);
      const { entry: after } = mergeEntries(before, entry);
      const places = [...placesOf(before).values(), ...placesOf(entry).values()];
      for (const move of movesTo(after, places)) moves.push({ number: entry.number, ...move });
      return withProtestAnswer(after, answers);
    });
    const verdicts = await screenBeside(t, merged, this.#base, () => this.#storeWaiting());
    this.#waiting = { merged, known: [...known.keys()], verdicts };
    for (const [index, verdict] of movesIn(verdicts).entries()) {
      const after = merged[index];
      if (after) effect.noteEntry(entryChange(known.get(after.number) ?? null, after), verdict);
    }
    return { merged, moves };
  }

  /** Each piece is stored while the next one, of other entries, is screened. */
  async #storeWaiting(): Promise<void> {
    if (this.#waiting === null) return;
    const { merged, known, verdicts } = this.#waiting;
    this.#waiting = null;
    await writeEntries(this.#t, merged, known.length === 0);
    await replaceLines(this.#t, merged, known);
    await storeVerdicts(this.#t, verdicts, this.#base);
  }

  /** What the file alone shows of an entry. */
  #noteShown(entry: Entry): void {
    this.#importers.add(entry);
    this.#withoutIeepa.push(...claimsOfFile(this.#report, [entry], []).withoutIeepa);
  }

  /** What the books then hold of it. */
  #noteMerged(entry: Entry): void {
    this.#screened.add(entry.number);
    this.#duty = addUsd(this.#duty, dutyOfFile(entry, this.#importId));
  }

  #noteMoves(moves: readonly EntryRowMove[], ofOthers: readonly EntryRowMove[]): void {
    this.#effect.noteRowsOfOthers(ofOthers);
    for (const { source } of ofOthers) this.#imports.add(source.file);
    for (const move of moves) {
      if (move.source.file !== this.#importId) continue;
      const key = `${move.from} ${move.to}`;
      const known = this.#moved.get(key);
      if (known === undefined) this.#moved.set(key, { move, rows: 1 });
      else known.rows++;
    }
  }
}

/** Duty on the rows of a file that an entry keeps, USD, exact. */
export function dutyOfFile({ lines, conflicts, echoes = [] }: Entry, importId: string): Usd {
  let sum = ZERO_USD;
  const add = ({ source, duty }: TariffLine): void => {
    if (source.file === importId && duty !== null) sum = addUsd(sum, duty);
  };
  for (const line of lines) add(line);
  for (const { variants } of conflicts) for (const line of variants) add(line);
  for (const line of echoes) add(line);
  return sum;
}

/** Every protest that the file shows on its entries, each once. */
export const protestNumbersIn = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap((entry) => unansweredProtestOf(entry) ?? [])),
];
