import { addDays, type Day, day } from "../day";
import { type Chapter99Code, chapter99Code } from "../identifiers";
import { AUTHORITY_NAMES, CHAPTER_99_PREFIXES, PREFIX_SOURCE } from "./chapter-99-prefixes";
import {
  type Authority,
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  type Chapter99Program,
  type Chapter99Row,
} from "./chapter-99-rows";
import type { Citation, RuleConfidence } from "./citation";
import { SINCE_CAPE } from "./dated";
import type { RuleVersion } from "./rules-version";

/**
 * IEEPA duty was collected on goods entered from the first of these days to the last, both included: void since
 * Learning Resources v. Trump (20 February 2026), collection stopped at midnight of 24 February 2026.
 */
export const IEEPA_WINDOW = {
  from: day("2025-02-04"),
  until: day("2026-02-23"),
  release: SINCE_CAPE.release,
  confidence: "proven",
  source: { law: "E.O. 14195; E.O. 14389; CSMS 67834313", published: "90 FR 9121; CSMS of 22 Feb 2026" },
} as const satisfies {
  from: Day;
  until: Day;
  release: RuleVersion;
  confidence: RuleConfidence;
  source: Citation;
};

/** What a Chapter 99 number stands for, on the day of entry and for the origin of the goods. */
export type TariffProgram = {
  readonly code: Chapter99Code;
  readonly authority: Authority;
  /** Null where only the prefix is known. */
  readonly program: Chapter99Program | null;
  /** What brokers call it. */
  readonly programName: string;
  /** A property of the code, not of the day: a duty number outside its dates is still a duty number. Null: not read. */
  readonly kind: "DUTY" | "EXEMPTION" | null;
  /** False: the code is in no table and the authority follows from its prefix alone. */
  readonly listed: boolean;
  /** A row covers the day of entry. False as well where the day is unknown. */
  readonly inForce: boolean;
  /** The row in force names the origin. Null: no row in force, origin unknown, or the heading's countries not read. */
  readonly originCovered: boolean | null;
  /** "25" means 25 % of the value on that day. Null: no row in force, or rate not read. */
  readonly ratePercent: string | null;
  /** The rate contains the ordinary (column 1) duty. */
  readonly includesColumn1: boolean;
  readonly source: string;
  readonly note: string | null;
};

type Rows = readonly [Chapter99Row, ...Chapter99Row[]];

const ROWS_BY_CODE: ReadonlyMap<string, Rows> = (() => {
  const index = new Map<string, Rows>();
  for (const row of CHAPTER_99_ROWS) {
    const earlierRows = index.get(chapter99Code(row.code));
    index.set(row.code, earlierRows ? [...earlierRows, row] : [row]);
  }
  return index;
})();

/** Every row of a code, oldest first; none for a code that is not listed. */
export const rowsOfChapter99 = (code: Chapter99Code): readonly Chapter99Row[] => ROWS_BY_CODE.get(code) ?? [];

/** True on the first and the last day and between them. An unread first or last day bounds nothing. */
export const isInForce = (row: Chapter99Row, on: Day): boolean =>
  (row.from === null || row.from <= on) && (row.until === null || on <= row.until);

/**
 * The first day of the days around a day on which the same rows are in force: what a number is differs between such
 * periods only. Before the first row: that of no row.
 */
export const periodFrom = (on: Day): Day | null => FIRST_DAYS.findLast((first) => first <= on) ?? null;

/** Every day on which some row begins to hold, or ends to. */
const FIRST_DAYS: readonly Day[] = [
  ...new Set(
    CHAPTER_99_ROWS.flatMap(({ from, until }) => [
      ...(from === null ? [] : [day(from)]),
      ...(until === null ? [] : [addDays(day(until), 1)]),
    ]),
  ),
].sort();

/** Whether the countries of a row hold the origin (ISO 3166 alpha-2); null where one of the two is not known. */
export function namesOrigin(origins: string | null, origin: string | null): boolean | null {
  if (origins === null || origin === null) return null;
  const listed = (COUNTRIES_IN.get(origins) ?? countriesIn(origins)).has(origin);
  return origins === "ALL" || listed !== origins.startsWith("ALL_EXCEPT:");
}

const countriesIn = (origins: string): ReadonlySet<string> =>
  new Set(origins.replace("ALL_EXCEPT:", "").split(";"));

const COUNTRIES_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  CHAPTER_99_ROWS.flatMap(({ origins }) => (origins === null ? [] : [[origins, countriesIn(origins)]])),
);

/**
 * What a Chapter 99 number is, by code, day of entry and origin (ISO 3166 alpha-2).
 * Kind and authority are properties of the code; rate and origin are read on the day. Unlisted numbers get their
 * authority from the prefix and nothing else; null when not even the prefix is known.
 */
export function lookUpChapter99(
  code: Chapter99Code,
  entryDate: Day | null,
  origin: string | null,
): TariffProgram | null {
  const rows = ROWS_BY_CODE.get(code);
  if (rows === undefined) return lookUpPrefix(code);
  const covering = entryDate === null ? undefined : rows.find((row) => isInForce(row, entryDate));
  const row = covering ?? rows[0];
  const { authority, name } = CHAPTER_99_PROGRAMS[row.program];
  return {
    code,
    authority,
    program: row.program,
    programName: name,
    kind: row.kind,
    listed: true,
    inForce: covering !== undefined,
    originCovered: covering ? namesOrigin(covering.origins, origin) : null,
    ratePercent: covering?.ratePercent ?? null,
    includesColumn1: row.includesColumn1 ?? false,
    source: row.source,
    note: row.note ?? null,
  };
}

function lookUpPrefix(code: Chapter99Code): TariffProgram | null {
  const range = CHAPTER_99_PREFIXES.find(({ first, last }) => first <= code && code <= last);
  if (range === undefined) return null;
  return {
    code,
    authority: range.authority,
    program: null,
    programName: AUTHORITY_NAMES[range.authority],
    kind: null,
    listed: false,
    inForce: false,
    originCovered: null,
    ratePercent: null,
    includesColumn1: false,
    source: PREFIX_SOURCE,
    note: null,
  };
}
