import {
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  isInForce,
  namesOrigin,
  readDay,
  isDay,
  type Chapter99Row,
  type Day,
} from "@/lib/domain";

import { one as textOf, type SearchParams } from "../../../search-params";

export const CHAPTER_99_PATH = "/library/chapter-99";

/** What is asked of the table; empty: anything. All of it stands in the address. */
export type Chapter99Query = {
  /** A number or its beginning, or words of its program, its note or its source. */
  readonly q: string;
  readonly program: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** A day of entry. */
  readonly on: string;
  /** Percent, as written in the table. */
  readonly rate: string;
  readonly page: number;
};

const TEXT_MAX = 60;

export function readChapter99Query(found: SearchParams): Chapter99Query {
  const one = (name: string): string => textOf(found[name]).slice(0, TEXT_MAX);
  const page = one("page");
  return {
    q: one("q"),
    program: one("program"),
    country: one("country").toUpperCase(),
    on: one("on"),
    rate: one("rate").replace(/\s*%$/, ""),
    page: /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1,
  };
}

export function chapter99Href(query: Chapter99Query, change: Partial<Chapter99Query> = {}): string {
  const { page, ...texts } = { ...query, ...change };
  const pairs = Object.entries({ ...texts, page: page === 1 ? "" : String(page) }).filter(
    ([, value]) => value !== "",
  );
  const search = new URLSearchParams(pairs).toString();
  return search === "" ? CHAPTER_99_PATH : `${CHAPTER_99_PATH}?${search}`;
}

/** Null: the text is no day, and nothing is filtered by it. */
export function dayAsked({ on }: Chapter99Query): Day | null {
  if (isDay(on)) return on;
  const read = readDay(on);
  return read.kind === "day" ? read.day : null;
}

/** The rows that answer every part of the question, in the order of the table. */
export function searchChapter99(query: Chapter99Query): readonly Chapter99Row[] {
  const on = dayAsked(query);
  const words = query.q.toLowerCase().split(/\s+/).filter(Boolean);
  return CHAPTER_99_ROWS.filter(
    (row) =>
      words.every((word) => saysWord(row, word)) &&
      (query.program === "" || row.program === query.program) &&
      // A heading whose countries were not read may hold the country.
      (query.country === "" || namesOrigin(row.origins, query.country) !== false) &&
      (on === null || isInForce(row, on)) &&
      (query.rate === "" || row.ratePercent === query.rate),
  );
}

/** A word of digits is the beginning of a number, with or without its dots. */
function saysWord(row: Chapter99Row, word: string): boolean {
  if (/^[\d.]+$/.test(word)) return row.code.replaceAll(".", "").startsWith(word.replaceAll(".", ""));
  const text = [CHAPTER_99_PROGRAMS[row.program].name, row.note ?? "", row.source].join(" ").toLowerCase();
  return text.includes(word);
}

/** The countries that some row names, for the choice of one. */
export const COUNTRIES_NAMED: readonly string[] = [
  ...new Set(
    CHAPTER_99_ROWS.flatMap(({ origins }) => (origins ?? "").replace("ALL_EXCEPT:", "").split(";")).filter(
      (code) => /^[A-Z]{2}$/.test(code),
    ),
  ),
].sort();

/** The rates that some row has, lowest first. */
export const RATES_NAMED: readonly string[] = [
  ...new Set(CHAPTER_99_ROWS.flatMap(({ ratePercent }) => ratePercent ?? [])),
].sort((a, b) => Number(a) - Number(b));
