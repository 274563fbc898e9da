import type { Authority } from "./chapter-99-rows";

type PrefixRange = { readonly first: string; readonly last: string; readonly authority: Authority };

export const PREFIX_SOURCE = "HTS Chapter 99, by prefix only";

/** Authority of the numbers that no row lists, by range of codes; sorted, without overlap. Never a kind or a rate. */
export const CHAPTER_99_PREFIXES: readonly PrefixRange[] = [
  { first: "9902.00.00", last: "9902.99.99", authority: "OTHER" }, // temporary duty suspensions
  // Every IEEPA number is listed, so one that is not is a data error; its duty may still be IEEPA money.
  { first: "9903.01.00", last: "9903.02.99", authority: "IEEPA" },
  { first: "9903.03.01", last: "9903.03.11", authority: "SECTION_122" },
  { first: "9903.03.12", last: "9903.03.16", authority: "OTHER" }, // Section 338
  { first: "9903.04.05", last: "9903.04.55", authority: "OTHER" }, // suspended retaliation
  { first: "9903.04.60", last: "9903.04.70", authority: "SECTION_232" },
  { first: "9903.05.00", last: "9903.06.99", authority: "SECTION_301" },
  { first: "9903.08.00", last: "9903.08.19", authority: "OTHER" },
  { first: "9903.08.20", last: "9903.08.26", authority: "SECTION_232" },
  { first: "9903.08.27", last: "9903.08.99", authority: "OTHER" },
  { first: "9903.17.00", last: "9903.19.99", authority: "OTHER" }, // quotas and old measures, as the next four
  { first: "9903.27.00", last: "9903.27.99", authority: "OTHER" },
  { first: "9903.40.00", last: "9903.41.99", authority: "OTHER" },
  { first: "9903.45.00", last: "9903.45.99", authority: "SECTION_201" },
  { first: "9903.52.00", last: "9903.55.99", authority: "OTHER" },
  { first: "9903.74.00", last: "9903.74.99", authority: "SECTION_232" },
  { first: "9903.76.00", last: "9903.76.99", authority: "SECTION_232" },
  { first: "9903.78.00", last: "9903.82.99", authority: "SECTION_232" },
  { first: "9903.85.00", last: "9903.85.99", authority: "SECTION_232" },
  { first: "9903.88.00", last: "9903.89.99", authority: "SECTION_301" },
  { first: "9903.90.00", last: "9903.90.99", authority: "OTHER" },
  { first: "9903.91.00", last: "9903.92.99", authority: "SECTION_301" },
  { first: "9903.94.00", last: "9903.94.99", authority: "SECTION_232" },
  { first: "9904.00.00", last: "9922.99.99", authority: "OTHER" }, // safeguards and quotas of trade agreements
];

/** What stands in a program column for a number known by prefix only. */
export const AUTHORITY_NAMES = {
  IEEPA: "IEEPA",
  SECTION_232: "Section 232",
  SECTION_301: "Section 301",
  SECTION_201: "Section 201",
  SECTION_122: "Section 122",
  OTHER: "Other Chapter 99 measure",
} as const satisfies Record<Authority, string>;
