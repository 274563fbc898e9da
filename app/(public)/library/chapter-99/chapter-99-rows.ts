import type { Chapter99CodeRow } from "@/components/reference/chapter-99-table";
import { CHAPTER_99_PROGRAMS, CHAPTER_99_ROWS, type Chapter99Row } from "@/lib/domain";
import {
  countryName,
  describeDays,
  describeOrigins,
  describeRate,
  KIND_WORDS,
  originsInFull,
  refundWordsOf,
} from "@/lib/wording/chapter-99";

import { CHAPTER_99_PATH, COUNTRIES_NAMED, RATES_NAMED } from "./chapter-99-search";

export const codeHref = (code: string): string => `${CHAPTER_99_PATH}/${code}`;

export function toCodeRow(row: Chapter99Row): Chapter99CodeRow {
  const { name, tone } = refundWordsOf(row);
  return {
    id: `${row.code} ${row.from ?? ""} ${row.until ?? ""} ${row.origins ?? ""}`,
    code: row.code,
    href: codeHref(row.code),
    program: CHAPTER_99_PROGRAMS[row.program].name,
    kind: row.kind === null ? "Not read" : KIND_WORDS[row.kind],
    rate: describeRate(row),
    countries: describeOrigins(row.origins),
    countriesInFull: originsInFull(row.origins),
    days: describeDays(row),
    refund: name,
    tone,
    source: row.source,
    note: row.note ?? null,
  };
}

/** All codes, each once, in the order of the table. */
export const ALL_CODES: readonly string[] = [...new Set(CHAPTER_99_ROWS.map(({ code }) => code))];

const ANY = { value: "", label: "Any" };

export const PROGRAM_OPTIONS = [
  ANY,
  ...Object.entries(CHAPTER_99_PROGRAMS).map(([value, { name }]) => ({ value, label: name })),
];

export const COUNTRY_OPTIONS = [
  ANY,
  ...COUNTRIES_NAMED.map((value) => ({ value, label: countryName(value) })).sort((a, b) =>
    a.label < b.label ? -1 : 1,
  ),
];

export const RATE_OPTIONS = [ANY, ...RATES_NAMED.map((value) => ({ value, label: `${value}%` }))];
