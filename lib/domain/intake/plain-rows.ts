import { type HtsNumber, parseHtsNumber } from "../identifiers";
import type { Column1Lessons } from "../refund/column1-rates";
import { PERCENT_DECIMALS_MAX, percentBehindCents } from "../refund/whole-cents";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell, type RawRow } from "./raw-row";
import { plainCentsOf } from "./read-amount";
import { remembered } from "./remember";
import { cellAt } from "./row-shape";

/** False: the rows are not plain. They may have taught some of what they teach by then, and nothing else. */
type PlainRowsTeacher = (rows: readonly RawRow[]) => boolean;

/** A number that can be read. */
type PlainNumber =
  { readonly kind: "goods"; readonly hts: HtsNumber } | { readonly kind: "chapter-98" | "chapter-99" };

/** The commodity number of a line. */
type Goods = { readonly hts: HtsNumber; readonly valueCents: number; readonly dutyCents: number };

/**
 * Teaches what the rows of one entry teach, as `Column1Lessons.learnFrom` does of the entry put together, where nothing
 * about them is odd: all are whole rows with tariff numbers and plain amounts, each line has one commodity number, and
 * line and ordinal only rise, so that no row repeats or contradicts another.
 */
export function plainRowsTeacherFor(
  { report, at, headings }: FileLayout,
  lessons: Column1Lessons,
): PlainRowsTeacher {
  const { entryLineNumber, tariffOrdinal, htsNumber, goodsValue, dutyAmount, spiCode } = at;
  if (report === "broker-wide") return () => false;
  if (htsNumber === undefined || goodsValue === undefined || dutyAmount === undefined) return () => true;
  if (entryLineNumber === undefined || tariffOrdinal === undefined) return () => false;
  const numberIn = remembered(plainNumberIn);

  function areInOrder(rows: readonly RawRow[]): boolean {
    let [line, ordinal] = ["", ""];
    for (const { cells, brokenQuotes } of rows) {
      if (brokenQuotes === true || cells.length > headings.length) return false;
      const nextLine = cells[entryLineNumber ?? 0] ?? "";
      const nextOrdinal = cells[tariffOrdinal ?? 0] ?? "";
      if (!isPlainCount(nextLine) || !isPlainCount(nextOrdinal)) return false;
      if (nextLine === line ? !isHigher(nextOrdinal, ordinal) : !isHigher(nextLine, line)) return false;
      [line, ordinal] = [nextLine, nextOrdinal];
    }
    return true;
  }

  /** Null: not plain. */
  function goodsOf(cells: readonly string[], hts: HtsNumber): Goods | null {
    const valueCents = centsIn(cells[goodsValue ?? 0] ?? "");
    const dutyCents = centsIn(cells[dutyAmount ?? 0] ?? "");
    return valueCents === null || dutyCents === null ? null : { hts, valueCents, dutyCents };
  }

  return (rows) => {
    if (!areInOrder(rows)) return false;
    let [line, teaches, goods]: [string, boolean, Goods | null] = ["", false, null];
    for (const { cells } of rows) {
      const cell = cells[htsNumber] ?? "";
      const number = isPlainChapter99(cell) ? CHAPTER_99 : numberIn(cell);
      if (number === null) return false;
      const nextLine = cells[entryLineNumber] ?? "";
      if (nextLine !== line) {
        if (teaches && goods !== null && !learnFrom(lessons, goods)) return false;
        [line, teaches, goods] = [nextLine, true, null];
      }
      if (number.kind === "chapter-98" || !isBlankCell(cellAt(cells, spiCode))) teaches = false;
      if (number.kind !== "goods") continue;
      if (goods !== null) return false;
      goods = goodsOf(cells, number.hts);
      if (goods === null) return false;
    }
    return !teaches || goods === null || learnFrom(lessons, goods);
  };
}

const [CHAPTER_98, CHAPTER_99] = [{ kind: "chapter-98" }, { kind: "chapter-99" }] as const;

function plainNumberIn(cell: string): PlainNumber | null {
  const hts = parseHtsNumber(cellText(cell));
  if (hts === null) return null;
  if (hts.startsWith("98")) return CHAPTER_98;
  return hts.startsWith("99") ? CHAPTER_99 : { kind: "goods", hts };
}

/** As reports print them: looking is quicker than looking up, and half of all rows have one. */
const isPlainChapter99 = (cell: string): boolean =>
  cell.length === 8 && cell.startsWith("99") && isPlainCount(cell);

/** Digits without a leading zero: such cells stand for themselves. */
function isPlainCount(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57 || (code === 48 && at === 0)) return false;
  }
  return cell !== "";
}

const isHigher = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

/** A blank cell and a zero teach the same: nothing. Null: not plain. */
const centsIn = (cell: string): number | null => (cell === "" ? 0 : plainCentsOf(cell));

/** False where the amounts are too large to count in whole cents. */
function learnFrom(lessons: Column1Lessons, { hts, valueCents, dutyCents }: Goods): boolean {
  if (hts.length !== 10 || valueCents === 0 || dutyCents === 0) return true;
  const percent = percentBehindCents(valueCents, dutyCents, PERCENT_DECIMALS_MAX);
  if (percent === null) return false;
  lessons.add({ hts, percent: percent === "none" ? null : percent });
  return true;
}
