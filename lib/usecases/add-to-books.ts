import "server-only";

import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { writeClaimsOfFile } from "@/lib/data/claim-rows";
import { writeMoneyRows } from "@/lib/data/refund-rows";
import { claimSightingsOf } from "@/lib/data/claim-sightings";
import { column1RatesOf, writeColumn1Evidence } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
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
  screenBeside,
  screeningBase,
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
type BooksBefore = { readonly rates: Column1Rates; readonly claims: ClaimBook };

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
 * Adds one file to the books, piece by piece in the one transaction of `t`: merges its entries with what other files
 * show of them, stores and screens them. Holds numbers and counts of what came by, never the entries.
 */
export class AdditionToBooks {
  readonly #t: BulkTenant;
  readonly #importId: string;
  readonly #report: string;
  readonly #before: BooksBefore;
  readonly #base: ScreeningBase;
  readonly #effect = new ImportEffect();
  readonly #importers = new ImportersInFile();
  readonly #screened = new Set<EntryNumber>();
  readonly #claimed = new Set<EntryNumber>();
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
    this.#imports = new Set([importId]);
  }

  static async begin(
    t: BulkTenant,
    importId: string,
    { comparedColumns, evidence, read }: FileTerms,
    asOf: Day,
  ): Promise<AdditionToBooks> {
    await noteComparedColumns(t, importId, comparedColumns);
    const before = { rates: await column1RatesOf(queryOn(t), t.orgId), claims: await claimBook(t) };
    await writeColumn1Evidence(t, importId, evidence);
    return new AdditionToBooks(t, importId, read.reportType, before, await screeningBase(t, asOf));
  }

  /** @returns how many entries came by so far */
  async add({ entries, setAside, claims, money }: FilePiece): Promise<number> {
    this.#effect.noteSetAside(setAside);
    await writeSetAsideRows(this.#t, setAside);
    await writeClaimsOfFile(this.#t, claimsOfFile(this.#report, entries, claims));
    this.#effect.noteMoney(money);
    await writeMoneyRows(this.#t, money);
    for (const { number } of claims) this.#claimed.add(number);
    const { merged, moves } = await this.#merge(entries);
    const ofOthers = moves.filter(({ source }) => source.file !== this.#importId);
    this.#noteMoves(moves, ofOthers);
    await moveRows(this.#t, moves, ofOthers);
    for (const entry of entries) this.#importers.add(entry);
    for (const entry of merged) {
      this.#screened.add(entry.number);
      this.#duty = addUsd(this.#duty, dutyOfFile(entry, this.#importId));
    }
    return this.#screened.size;
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
