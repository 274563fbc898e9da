import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { err, ok, parseHtsNumber, rateLineOf, type HtsNumber, type Result } from "@/lib/domain";

import { readCsvRows } from "./csv-rows";
import type { FileRefusal } from "./file-refusal";

/** The ordinary rate of one tariff number, as published. */
export type PublishedRate = {
  /** Eight digits, at which rates are set, or ten. */
  readonly hts: HtsNumber;
  /** The words of the schedule: `Free`, `2.5%`, `1.2¢/kg + 4%`; blank where neither the number nor its parent has any. */
  readonly general: string;
  /** "2.5" means 2.5 % of the value, and "0" free; null where the rate is no percentage of the value alone. */
  readonly percent: string | null;
};

export type HtsSchedule = {
  /** As USITC names its files, `2026 Revision 5`; null for a file with another name. */
  readonly edition: string | null;
  /** One per tariff number of Chapters 1 to 97, in the order of the schedule. */
  readonly rows: readonly PublishedRate[];
};

/** The file is no tariff schedule as hts.usitc.gov exports it. */
export type HtsRefusal =
  FileRefusal | { readonly kind: "no-tariff-schedule"; readonly because: "columns" | "json" | "no-rates" };

const NO_COLUMNS = { kind: "no-tariff-schedule", because: "columns" } as const satisfies HtsRefusal;

/** The whole schedule has some 30,000 lines, 15 MB as JSON. */
const BYTES_MAX = 64 * 1024 ** 2;

/** A line of the schedule with the words of its own column; the rate may stand on the line above it. */
type ScheduleLine = { readonly number: string; readonly general: string };

/**
 * Reads the Harmonized Tariff Schedule as USITC publishes it, whole or by chapter: JSON (an array of lines with `htsno`
 * and `general`) or CSV (`HTS Number`, `General Rate of Duty`). The file is held in memory, up to 64 MB.
 * @param source - a path, whose name may tell the edition, or the bytes
 */
export async function readHtsSchedule(source: string | Uint8Array): Promise<Result<HtsSchedule, HtsRefusal>> {
  const bytes = typeof source === "string" ? await readBounded(source) : source;
  if (bytes === null || bytes.length > BYTES_MAX) return err({ kind: "too-many-bytes", max: BYTES_MAX });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines = /^(?:\xEF\xBB\xBF)?\s*[[{]/.test(buffer.toString("latin1", 0, 64))
    ? linesOfJson(buffer)
    : await linesOfTable(buffer);
  if (!lines.ok) return lines;
  const rows = toRates(lines.value);
  if (!rows.some(({ general }) => general !== ""))
    return err({ kind: "no-tariff-schedule", because: "no-rates" });
  return ok({ edition: typeof source === "string" ? editionIn(path.basename(source)) : null, rows });
}

const readBounded = async (file: string): Promise<Buffer | null> =>
  (await stat(file)).size > BYTES_MAX ? null : readFile(file);

/** `hts_2026_revision_5_json.json` and `hts_2025_basic_edition_csv.csv`, as USITC names its files. */
function editionIn(fileName: string): string | null {
  const [, year, revision] = /hts_(\d{4})_(?:basic|rev(?:ision)?_(\d+))/i.exec(fileName) ?? [];
  if (year === undefined) return null;
  return revision === undefined ? `HTS ${year} Basic Edition` : `HTS ${year} Revision ${revision}`;
}

function linesOfJson(buffer: Buffer): Result<readonly ScheduleLine[], HtsRefusal> {
  const refusal = { kind: "no-tariff-schedule", because: "json" } as const;
  let parsed: unknown;
  try {
    parsed = JSON.parse(buffer.toString("utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return err(refusal);
    throw error;
  }
  if (!Array.isArray(parsed)) return err(refusal);
  const lines = parsed.flatMap((line: unknown) => toScheduleLine(line) ?? []);
  return lines.length > 0 ? ok(lines) : err(refusal);
}

/** Null for anything else than a line of the schedule. Headings above the numbers have a blank `htsno`. */
function toScheduleLine(line: unknown): ScheduleLine | null {
  if (typeof line !== "object" || line === null || !("htsno" in line) || !("general" in line)) return null;
  const { htsno, general } = line;
  if (typeof htsno !== "string" || (general !== null && typeof general !== "string")) return null;
  return { number: htsno, general: general ?? "" };
}

async function linesOfTable(buffer: Buffer): Promise<Result<readonly ScheduleLine[], HtsRefusal>> {
  const lines: ScheduleLine[] = [];
  let at = null as Columns | null;
  const end = await readCsvRows([buffer], (rows) => {
    for (const { cells } of rows) {
      if (at !== null) lines.push({ number: cells[at.number] ?? "", general: cells[at.general] ?? "" });
      else at = columnsIn(cells);
      if (at === null) return { kind: "no-header", searchedLines: 1 };
    }
    return null;
  });
  if (end.ok) return ok(lines);
  return err(end.problem.kind === "no-header" ? NO_COLUMNS : end.problem);
}

type Columns = { readonly number: number; readonly general: number };

/** Headings of the CSV export, and those of the JSON, which some tools keep. */
function columnsIn(cells: readonly string[]): Columns | null {
  const headings = cells.map((cell) => cell.trim().toLowerCase());
  const number = headings.findIndex((heading) => heading === "hts number" || heading === "htsno");
  const general = headings.findIndex(
    (heading) => heading === "general rate of duty" || heading === "general",
  );
  return number === -1 || general === -1 ? null : { number, general };
}

/**
 * Rates are set at eight digits: a statistical line without words of its own has those of its parent, and a number that
 * only stands there with its statistical suffix (`8471.30.01.00`) gives its rate to the eight digits as well.
 */
function toRates(lines: readonly ScheduleLine[]): readonly PublishedRate[] {
  const words = new Map<HtsNumber, string>();
  for (const { number, general } of lines) {
    const hts = parseHtsNumber(number);
    // Chapters 98 and 99 hold no ordinary rates.
    if (hts === null || /^9[89]/.test(hts)) continue;
    const own = plainWords(general);
    const parent = rateLineOf(hts);
    const inherited = own === "" ? (words.get(parent) ?? "") : own;
    if (!words.has(parent)) words.set(parent, inherited);
    words.set(hts, inherited);
  }
  return [...words].map(([hts, general]) => ({ hts, general, percent: percentIn(general) }));
}

/** Without markup and footnote marks (`Free 1/`, `2.5% 2/ 3/`, raised figures), with plain single blanks. */
const plainWords = (general: string): string =>
  general
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/[\u00B9\u00B2\u00B3\u2070-\u2079]/g, "")
    .replaceAll(/(?:^|(?<=\s|%))\d+\/(?=\s|$)/g, "")
    .replaceAll(/[\s\u00A0]+/g, " ")
    .trim();

/** A rate with words besides its percentage is compound, conditional or specific, and not read. */
function percentIn(general: string): string | null {
  if (/^free$/i.test(general)) return "0";
  const [, whole, decimals = ""] = /^(\d{0,3})(?:\.(\d{1,4}))? ?%$/.exec(general) ?? [];
  if (whole === undefined || (whole === "" && decimals === "")) return null;
  const fraction = decimals.replace(/0+$/, "");
  const integer = whole.replace(/^0+(?=\d)/, "") || "0";
  return fraction === "" ? integer : `${integer}.${fraction}`;
}
