import {
  type AliasConfidence,
  type AliasReport,
  COLUMN_ALIASES,
  type ColumnField,
} from "../law/column-aliases";
import { headingKey } from "./raw-row";

/** One meaning of a heading, from the report where it was seen. */
export type Meaning = {
  readonly field: ColumnField;
  readonly report: AliasReport;
  readonly confidence: AliasConfidence;
  /** Position in the alias table: of two spellings of one field the earlier one is preferred. */
  readonly order: number;
};

const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const index = new Map<string, Meaning[]>();
  let order = 0;
  for (const { report, confidence, aliases } of COLUMN_ALIASES)
    for (const [field, heading] of aliases) {
      const key = headingKey(heading);
      const meanings = index.get(key) ?? [];
      meanings.push({ field, report, confidence, order: order++ });
      index.set(key, meanings);
    }
  return index;
})();

// A workbook with one column per tariff number, whatever its suffix: `9903.01.24a`, `9903.01.10 (25%)`.
const TARIFF_NUMBER_HEADING = /^9903 ?\d\d ?\d\d/;

/** What a heading can mean; empty when unknown. */
export function meaningsOf(heading: string): readonly Meaning[] {
  const key = headingKey(heading);
  const known = MEANINGS.get(key);
  if (known !== undefined) return known;
  if (!TARIFF_NUMBER_HEADING.test(key)) return [];
  return [{ field: "chapter99Code", report: "forwarder-wide", confidence: "medium", order: 0 }];
}

/** How many cells of a row are headings we know. */
export const countKnownHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => meaningsOf(cell).length > 0).length;

/** How many headings occur in these reports and nowhere else: what tells one report from another. */
export const countHeadingsOnlyIn = (headings: readonly string[], reports: readonly AliasReport[]): number =>
  headings.filter((heading) => {
    const meanings = meaningsOf(heading);
    return meanings.length > 0 && meanings.every(({ report }) => reports.includes(report));
  }).length;

/** The name of the object to add to the report in ACE for a field; null where ES-003 has none. */
export function aceObjectFor(field: ColumnField): string | null {
  for (const { report, aliases } of COLUMN_ALIASES) {
    if (report !== "es003" && report !== "es003-added") continue;
    const found = aliases.find(([named]) => named === field);
    if (found !== undefined) return found[1];
  }
  return null;
}

/** True when one of the reports has a heading of its own for the field. */
export const isFieldIn = (field: ColumnField, reports: readonly AliasReport[]): boolean =>
  COLUMN_ALIASES.some(
    ({ report, aliases }) => reports.includes(report) && aliases.some(([named]) => named === field),
  );
