import { day } from "../day";
import type {
  ClaimSighting,
  Entry,
  EntryAnswers,
  EntryFactName,
  EntryFacts,
  LineConflict,
  TariffLine,
} from "../entry";
import { type EntryNumber, checkDigitFor, parseEntryNumber, parseHtsNumber } from "../identifiers";
import { isNonEmpty } from "../result";
import { usd } from "../money";
import { NO_ANSWERS } from "../settlements/answers";

/** What a test says of a row; amounts are plain decimal text, and null is a blank cell. */
export type LineSketch = {
  readonly hts?: string | null;
  readonly duty?: string | null;
  readonly value?: string | null;
  readonly line?: string | null;
  readonly ordinal?: string | null;
  readonly origin?: string | null;
  readonly spi?: string | null;
  /** The raw duty cell, where it is no amount. */
  readonly dutyFound?: string;
  readonly row?: number;
};

/** One row: by default 100.00 of reciprocal duty (9903.01.25) on line 1, without ordinal and value. */
export function aLine(sketch: LineSketch = {}): TariffLine {
  const hts = sketch.hts === undefined ? "9903.01.25" : sketch.hts;
  const duty = sketch.duty === undefined ? "100.00" : sketch.duty;
  return {
    source: { file: "sample.csv", row: sketch.row ?? 2 },
    lineNumber: sketch.line === undefined ? "1" : sketch.line,
    ordinal: sketch.ordinal ?? null,
    hts: hts === null ? null : parseHtsNumber(hts),
    htsFound: hts ?? "",
    value: sketch.value == null ? null : usd(sketch.value),
    duty: duty === null ? null : usd(duty),
    dutyFound: sketch.dutyFound ?? duty ?? "",
    origin: sketch.origin ?? null,
    spi: sketch.spi ?? null,
  };
}

/** A commodity row: by default 1,000.00 of value and no duty on 8413.91.9085. */
export const aCommodity = (sketch: LineSketch = {}): TariffLine =>
  aLine({ hts: "8413.91.9085", duty: "0", value: "1000", ...sketch });

/** One value, several values (the files disagree), or null (unknown). */
type FactSketch = string | readonly string[] | null;

export type EntrySketch = {
  readonly number?: string;
  readonly type?: FactSketch;
  readonly entered?: FactSketch;
  readonly liquidated?: FactSketch;
  readonly status?: FactSketch;
  /** Date and status both blank in a file whose liquidation column is live. */
  readonly liquidationBlank?: boolean;
  /** Any other fact, by name. */
  readonly facts?: Partial<Record<EntryFactName, FactSketch>>;
  readonly lines?: readonly TariffLine[];
  readonly conflicts?: readonly (readonly TariffLine[])[];
  readonly claims?: readonly Partial<ClaimSighting>[];
  readonly answers?: Partial<EntryAnswers>;
};

const FACT_NAMES = [
  ...[
    "entryType",
    "entryDate",
    "entryFiledDate",
    "importDate",
    "importerNumber",
    "importerName",
    "portOfEntry",
  ],
  ...["liquidationDate", "liquidationStatus", "liquidationBlank", "reconciliationFlag", "controlStatus"],
  ...["summaryStatus", "statementStatus", "pscFlag", "protestNumber", "protestStatus", "drawbackFlag"],
  ...["suretyFlag", "reconciliationDueDate", "adcvdCase", "paymentDate", "monthlyStatement"],
] as readonly EntryFactName[];

/**
 * An entry: by default type 01, entered 2025-09-15, Unliquidated, with one line of 1,000.00 value and 100.00 of
 * reciprocal duty, on no claim.
 */
export function anEntry(sketch: EntrySketch = {}): Entry {
  const given: Partial<Record<EntryFactName, FactSketch>> = {
    entryType: sketch.type === undefined ? "01" : sketch.type,
    entryDate: sketch.entered === undefined ? "2025-09-15" : sketch.entered,
    liquidationDate: sketch.liquidated ?? null,
    liquidationStatus: sketch.status === undefined ? defaultStatus(sketch) : sketch.status,
    importerNumber: "89-123456700",
    ...sketch.facts,
  };
  const facts = FACT_NAMES.map((name) => [name, sightingsOf(given[name] ?? null, name)]);
  const blank = sketch.liquidationBlank === true ? [{ value: true, source: SOURCE }] : [];
  return {
    number: aNumber(sketch.number ?? "ZZX10000011"),
    facts: {
      ...(Object.fromEntries(facts) as EntryFacts),
      liquidationBlank: blank as EntryFacts["liquidationBlank"],
    },
    lines: sketch.lines ?? [aLine({ ordinal: "1" }), aCommodity({ ordinal: "2" })],
    conflicts: (sketch.conflicts ?? []).map(aConflict),
    claims: (sketch.claims ?? []).map((claim) => ({
      outcome: "accepted",
      claimNumber: null,
      message: null,
      ...claim,
    })),
    answers: { ...NO_ANSWERS, ...sketch.answers },
  };
}

const SOURCE = { file: "sample.csv", row: 2 };

const defaultStatus = ({ liquidated, liquidationBlank }: EntrySketch): FactSketch =>
  liquidated == null && liquidationBlank !== true ? "Unliquidated" : null;

function sightingsOf(
  sketch: FactSketch,
  name: EntryFactName,
): readonly { value: unknown; source: typeof SOURCE }[] {
  const values = sketch === null ? [] : typeof sketch === "string" ? [sketch] : sketch;
  return values.map((text, index) => ({
    value: name.endsWith("Date") ? day(text) : text,
    source: { file: index === 0 ? SOURCE.file : `sample-${index + 1}.csv`, row: SOURCE.row },
  }));
}

function aConflict(variants: readonly TariffLine[]): LineConflict {
  if (!isNonEmpty(variants)) throw new Error("A conflict needs variants");
  return { variants };
}

/** A readable entry number; its check digit may fail. */
export function aNumber(text: string): EntryNumber {
  const parsed = parseEntryNumber(text);
  if (!parsed.ok) throw new Error(`Not an entry number: "${text}"`);
  return parsed.value;
}

/** Different entry numbers of one filer, all with their check digit. */
export const entryNumbers = (count: number): readonly EntryNumber[] =>
  Array.from({ length: count }, (_, index) => {
    const first10 = `ZZX${String(1_000_000 + index)}`;
    return aNumber(first10 + checkDigitFor(first10));
  });
