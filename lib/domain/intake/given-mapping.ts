import { type ColumnField, COLUMN_FIELDS } from "../law/column-aliases";
import { IMPORT_TEMPLATE } from "../law/import-template";
import { DECISIVE_FIELDS } from "./map-columns";
import { REPORT_KINDS, type ReportKind } from "./layout";
import { headingKey } from "./raw-row";
import { REQUIRED_FIELDS } from "./required-fields";

/** What a person said of a file: which report it is, and what each column holds; null: not used. */
export type GivenMapping = {
  readonly report: ReportKind;
  readonly columns: readonly { readonly heading: string; readonly field: ColumnField | null }[];
};

/** Where a mapping comes from: given for this very file, or for an earlier one with the same headings. */
export type MappingBasis = "recognised" | "given" | "learned";

/** Why a mapping cannot be used. */
export type GivenMappingProblem = {
  readonly kind: "required-field-missing" | "field-given-twice";
  readonly field: ColumnField;
};

/** Equal for files with the same headings, in whatever order the columns stand. */
export const headingsText = (headings: readonly string[]): string =>
  headings.map(headingKey).toSorted().join("\u001F");

/** Everything that keeps a mapping from being used; empty when it can be. */
export function checkMapping({ report, columns }: GivenMapping): readonly GivenMappingProblem[] {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const missing = REQUIRED_FIELDS[report].filter((field) => !fields.includes(field));
  const twice = [...DECISIVE_FIELDS].filter((field) => fields.filter((each) => each === field).length > 1);
  return [
    ...missing.map((field) => ({ kind: "required-field-missing", field }) as const),
    ...twice.map((field) => ({ kind: "field-given-twice", field }) as const),
  ];
}

/** The field of each column; of two equal headings the first one given is the first one in the file. */
export function fieldsByMapping(
  headings: readonly string[],
  columns: GivenMapping["columns"],
): readonly (ColumnField | null)[] {
  const left = [...columns];
  return headings.map((heading) => {
    const at = left.findIndex((column) => headingKey(column.heading) === headingKey(heading));
    return at < 0 ? null : (left.splice(at, 1)[0]?.field ?? null);
  });
}

export const TEMPLATE_MAPPING: GivenMapping["columns"] = IMPORT_TEMPLATE;

/** Text from outside as a mapping; null where it is none, such as one that an older program wrote. */
export function parseGivenMapping(found: unknown): GivenMapping | null {
  if (typeof found !== "object" || found === null || !("report" in found) || !("columns" in found))
    return null;
  const report = REPORT_KINDS.find((kind) => kind === found.report);
  if (report === undefined || !Array.isArray(found.columns)) return null;
  const columns = (found.columns as readonly unknown[]).map(parseColumn);
  const known = columns.flatMap((column) => column ?? []);
  return known.length === columns.length ? { report, columns: known } : null;
}

function parseColumn(found: unknown): GivenMapping["columns"][number] | null {
  if (typeof found !== "object" || found === null || !("heading" in found) || !("field" in found))
    return null;
  const { heading, field } = found;
  if (typeof heading !== "string" || (field !== null && typeof field !== "string")) return null;
  const known = field === null ? null : parseColumnField(field);
  return field !== null && known === null ? null : { heading, field: known };
}

/** The name of a field; null for any other text. */
export const parseColumnField = (text: string): ColumnField | null =>
  COLUMN_FIELDS.find((field) => field === text) ?? null;
