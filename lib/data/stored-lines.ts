import {
  addUsd,
  numbersTogether,
  usd,
  ZERO_USD,
  type Entry,
  type HtsNumber,
  type TariffLine,
  type Usd,
} from "@/lib/domain";

/** used: counts. conflict: contradicted by another row. echo: says what a used row of another file says. */
export type Disposition = "used" | "conflict" | "echo";

export type PlacedLine = { readonly line: TariffLine; readonly disposition: Disposition };

/**
 * A tariff line as the column keeps it: places instead of names, because there are millions. Amounts are exact text, USD.
 * The last place holds what few lines have. SQL that looks into lines asks the view `tariff_lines`, which names the places.
 */
export type StoredLine = readonly [
  fileRow: number,
  lineNumber: string | null,
  ordinal: string | null,
  hts: HtsNumber | null,
  value: string | null,
  duty: string | null,
  origin: string | null,
  spi: string | null,
  otherCells: string | null,
  rare?: RareOfLine | null,
];

type RareOfLine = {
  /** Which tariff row of a row that shows several, as in a wide report. */
  readonly part?: number;
  /** What stood in the cell, where that is not the number alone. */
  readonly htsFound?: string;
  /** What stood in the cell, where the duty is unknown. */
  readonly dutyFound?: string;
  /** Absent: used. */
  readonly disposition?: "conflict" | "echo";
};

/** What one file shows of one entry. */
export type FileLines = {
  readonly importId: string;
  /** Rows of the file that are used: a row may show several lines. */
  readonly rowsUsed: number;
  /** On all of these lines, used or not, USD, exact. */
  readonly duty: Usd;
  /** Each tariff number once. */
  readonly numbers: readonly HtsNumber[];
  readonly lines: readonly StoredLine[];
};

/** The lines of an entry, file by file. */
export function linesByFile({ lines, conflicts, echoes = [] }: Entry): Iterable<FileLines> {
  const files = new Map<string, FileLinesInTheMaking>();
  const add = (line: TariffLine, disposition: Disposition): void => {
    const { file } = line.source;
    let its = files.get(file);
    if (its === undefined) files.set(file, (its = new FileLinesInTheMaking(file)));
    its.add(line, disposition);
  };
  for (const line of lines) add(line, "used");
  for (const { variants } of conflicts) for (const line of variants) add(line, "conflict");
  for (const line of echoes) add(line, "echo");
  return files.values();
}

class FileLinesInTheMaking implements FileLines {
  readonly lines: StoredLine[] = [];
  duty = ZERO_USD;
  readonly #rows = new Set<number>();
  readonly #numbers = new Set<HtsNumber>();

  constructor(readonly importId: string) {}

  get rowsUsed(): number {
    return this.#rows.size;
  }

  get numbers(): readonly HtsNumber[] {
    return [...this.#numbers];
  }

  add(line: TariffLine, disposition: Disposition): void {
    if (disposition === "used") this.#rows.add(line.source.row);
    if (line.hts !== null) this.#numbers.add(line.hts);
    if (line.duty !== null) this.duty = addUsd(this.duty, line.duty);
    this.lines.push(toStoredLine(line, disposition));
  }
}

function toStoredLine(line: TariffLine, disposition: Disposition): StoredLine {
  const { source, lineNumber, ordinal, hts, value, duty, origin, spi, otherCells = null } = line;
  const rare = rareOf(line, disposition);
  const [valueText, dutyText] = [value?.toFixed() ?? null, duty?.toFixed() ?? null];
  return rare === null
    ? [source.row, lineNumber, ordinal, hts, valueText, dutyText, origin, spi, otherCells]
    : [source.row, lineNumber, ordinal, hts, valueText, dutyText, origin, spi, otherCells, rare];
}

function rareOf(line: TariffLine, disposition: Disposition): RareOfLine | null {
  const { source, hts, htsFound, duty, dutyFound } = line;
  // Beside a number that was read, only what it says of other numbers is kept.
  const keepsHts = hts === null || numbersTogether(line).length > 1;
  if (source.part === undefined && !keepsHts && duty !== null && disposition === "used") return null;
  return {
    ...(source.part === undefined ? {} : { part: source.part }),
    ...(keepsHts ? { htsFound } : {}),
    ...(duty === null ? { dutyFound } : {}),
    ...(disposition === "used" ? {} : { disposition }),
  };
}

/**
 * The lines of one file on one entry, in the order of its rows.
 * @param columns - the cells by which rows of the file are compared
 */
export const placedLines = (
  stored: readonly StoredLine[],
  importId: string,
  columns: readonly string[],
): readonly PlacedLine[] =>
  stored.map((line) => toPlacedLine(line, importId, columns)).sort((a, b) => byPlace(a.line, b.line));

const byPlace = ({ source: a }: TariffLine, { source: b }: TariffLine): number =>
  a.row - b.row || (a.part ?? 0) - (b.part ?? 0);

function toPlacedLine(stored: StoredLine, importId: string, columns: readonly string[]): PlacedLine {
  const [row, lineNumber, ordinal, hts, value, duty, origin, spi, otherCells, rare] = stored;
  const { part, htsFound = hts ?? "", dutyFound = duty ?? "", disposition = "used" } = rare ?? {};
  const line: TariffLine = {
    source: part === undefined ? { file: importId, row } : { file: importId, row, part },
    ...{ lineNumber, ordinal, hts, htsFound, dutyFound, origin, spi, columns },
    value: value === null ? null : usd(value),
    duty: duty === null ? null : usd(duty),
    ...(otherCells === null ? {} : { otherCells }),
  };
  return { line, disposition };
}
