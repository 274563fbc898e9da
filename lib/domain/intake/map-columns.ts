import type { AliasConfidence, AliasReport, ColumnField } from "../law/column-aliases";
import { groupBy } from "./group-by";
import { isFieldIn, type Meaning, meaningsOf } from "./known-headings";

/** Why the columns cannot be told apart without the user. */
export type MappingProblem =
  /** The heading means one of several fields, and the report does not tell which. */
  | { readonly kind: "ambiguous-heading"; readonly heading: string; readonly fields: readonly ColumnField[] }
  /** Several columns claim one field that money or identity hangs on. */
  | {
      readonly kind: "duplicate-column";
      readonly headings: readonly string[];
      readonly fields: readonly [ColumnField];
    }
  | {
      readonly kind: "required-column-missing";
      readonly fields: readonly [ColumnField];
      readonly aceObject: string | null;
    };

/** Fields where taking the wrong one of two columns would change money, identity or a lane. */
export const DECISIVE_FIELDS: ReadonlySet<ColumnField> = new Set([
  ...(["entryNumber", "htsNumber", "dutyAmount", "goodsValue", "entryLineNumber", "tariffOrdinal"] as const),
  ...([
    "entryDate",
    "importDate",
    "liquidationDate",
    "liquidationStatus",
    "claimNumber",
    "claimStatus",
  ] as const),
]);

const CONFIDENCE_RANK: Record<AliasConfidence, number> = { high: 0, medium: 1, low: 2 };
/** Ranks below are spellings of the recognised report itself; from here on the column may as well mean another thing. */
const FOREIGN_RANK = 3;

type Claim = {
  readonly index: number;
  readonly field: ColumnField;
  readonly rank: number;
  readonly order: number;
};

/**
 * Gives every column its field. An ambiguous heading means what the recognised report means by it; failing that, what
 * is left when a clear heading already holds the other meaning; failing that, the user must say.
 */
export function mapColumns(
  headings: readonly string[],
  vocabularies: readonly AliasReport[],
): { readonly fields: readonly (ColumnField | null)[]; readonly problems: readonly MappingProblem[] } {
  const clear = new Set(headings.flatMap((heading) => onlyFieldOf(meaningsOf(heading)) ?? []));
  const claims: Claim[] = [];
  const problems: MappingProblem[] = [];
  for (const [index, heading] of headings.entries()) {
    const meanings = meaningsOf(heading);
    const fields = settleMeaning(meanings, vocabularies, clear);
    const [field] = fields;
    if (field === undefined) continue;
    if (fields.length === 1) claims.push({ index, field, ...rankOf(meanings, field, vocabularies) });
    else if (fields.some((meant) => DECISIVE_FIELDS.has(meant)))
      problems.push({ kind: "ambiguous-heading", heading, fields });
  }

  const columns: (ColumnField | null)[] = headings.map(() => null);
  for (const [field, rivals] of groupBy(claims, (claim) => claim.field)) {
    const sorted = rivals.toSorted((a, b) => a.rank - b.rank || a.order - b.order || a.index - b.index);
    const [best = rivals[0], next] = sorted;
    // A column for each Chapter 99 number: all of them are read.
    if (field === "chapter99Code") for (const { index } of rivals) columns[index] = field;
    columns[best.index] = field;
    const torn = next !== undefined && (next.rank === best.rank || best.rank >= FOREIGN_RANK);
    if (torn && DECISIVE_FIELDS.has(field))
      problems.push({
        kind: "duplicate-column",
        headings: sorted.map(({ index }) => headings[index] ?? ""),
        fields: [field],
      });
  }
  return { fields: columns, problems };
}

const fieldsOf = (meanings: readonly Meaning[]): readonly ColumnField[] => [
  ...new Set(meanings.map(({ field }) => field)),
];

function onlyFieldOf(meanings: readonly Meaning[]): ColumnField | undefined {
  const fields = fieldsOf(meanings);
  return fields.length === 1 ? fields[0] : undefined;
}

function settleMeaning(
  meanings: readonly Meaning[],
  vocabularies: readonly AliasReport[],
  clear: ReadonlySet<ColumnField>,
): readonly ColumnField[] {
  const all = fieldsOf(meanings);
  if (all.length <= 1) return all;
  const inReport = fieldsOf(meanings.filter(({ report }) => vocabularies.includes(report)));
  if (inReport.length === 1) return inReport;
  const left = all.filter((field) => !clear.has(field));
  if (left.length === 1) return left;
  // A total may stand on every row of a line, so a duty column is never concluded from what the report could hold.
  const plausible = left.filter((field) => isFieldIn(field, vocabularies));
  return plausible.length === 1 && !plausible.includes("dutyAmount") ? plausible : all;
}

function rankOf(meanings: readonly Meaning[], field: ColumnField, vocabularies: readonly AliasReport[]) {
  const ranks = meanings
    .filter((meaning) => meaning.field === field)
    .map(({ report, confidence, order }) => ({
      rank: (vocabularies.includes(report) ? 0 : FOREIGN_RANK) + CONFIDENCE_RANK[confidence],
      order,
    }));
  return ranks.reduce((best, next) => (next.rank < best.rank ? next : best), {
    rank: 2 * FOREIGN_RANK,
    order: 0,
  });
}
