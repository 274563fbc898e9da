import type { ColumnChoice } from "@/components/imports/column-form";
import type { PreviewLine } from "@/components/imports/column-preview";
import {
  parseColumnField,
  previewRows,
  readFieldsOf,
  REPORT_KINDS,
  REQUIRED_FIELDS,
  sampleValues,
  usdText,
  type ColumnField,
  type HeaderSample,
  type PreviewedRow,
  type ReportKind,
} from "@/lib/domain";
import { FACT_NAMES } from "@/lib/wording/facts";
import { formatField } from "@/lib/wording/mapping-problems";
import { formatUsd } from "@/lib/wording/money";
import { describeProblem } from "@/lib/wording/problems";
import { SET_ASIDE_WORDS } from "@/lib/wording/set-aside";

/** Reports whose columns a person may name; a bare list of numbers says nothing that could be read into the books. */
export const NAMEABLE_REPORTS = REPORT_KINDS.filter((kind) => kind !== "entry-list" && kind !== "template");

export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address says was chosen so far; the rest is as it was taken for. */
export function chosenReport(asked: Asked, sample: HeaderSample): ReportKind {
  const shown = sample.report === "template" ? "broker-lines" : sample.report;
  return NAMEABLE_REPORTS.find((kind) => kind === asked.report) ?? shown;
}

/** `""`: nobody has said yet; `-`: not used. */
export const chosenValues = (asked: Asked, sample: HeaderSample): readonly string[] =>
  sample.columns.map(({ heading, field }, index) => {
    const value = asked[`c${String(index)}`];
    if (typeof value === "string" && (value === "-" || parseColumnField(value) !== null)) return value;
    return isInDoubt(heading, sample) ? "" : (field ?? "-");
  });

const isInDoubt = (heading: string, { problems }: HeaderSample): boolean =>
  problems.some(
    (problem) =>
      (problem.kind === "ambiguous-heading" && problem.heading === heading) ||
      (problem.kind === "duplicate-column" && problem.headings.includes(heading)),
  );

/** Columns in doubt first, then what the report needs, then the rest as it stands in the file. */
export function toColumnChoices(
  sample: HeaderSample,
  report: ReportKind,
  values: readonly string[],
): readonly ColumnChoice[] {
  const offered = readFieldsOf(report);
  const choices = sample.columns.map(({ heading, field }, index): ColumnChoice => {
    const value = values[index] ?? "-";
    const fields = [...offered, ...[field, parseColumnField(value)].flatMap((each) => each ?? [])];
    return {
      index,
      heading: heading === "" ? `Column ${String(index + 1)}, without a heading` : heading,
      samples: sampleValues(sample, index),
      value,
      inDoubt: isInDoubt(heading, sample),
      needed: REQUIRED_FIELDS[report].some((required) => required === value),
      options: [...new Set(fields)].map((each) => ({ value: each, label: optionLabel(each, report) })),
    };
  });
  const rank = ({ inDoubt, needed }: ColumnChoice): number => (inDoubt ? 0 : needed ? 1 : 2);
  return choices.toSorted((a, b) => rank(a) - rank(b) || a.index - b.index);
}

const optionLabel = (field: ColumnField, report: ReportKind): string =>
  `${formatField(field)}${REQUIRED_FIELDS[report].includes(field) ? " (needed)" : ""}`;

/** Needed fields that no column is yet. */
export const stillMissing = (report: ReportKind, values: readonly string[]): readonly string[] =>
  REQUIRED_FIELDS[report].filter((field) => !values.includes(field)).map(formatField);

/** The first five rows as they would be read by what is chosen. */
export const toPreviewLines = (
  sample: HeaderSample,
  report: ReportKind,
  values: readonly string[],
  fileName: string,
): readonly PreviewLine[] => {
  const columns = sample.columns.map(({ heading }, index) => ({
    heading,
    field: parseColumnField(values[index] ?? "-"),
  }));
  return previewRows(sample, { report, columns }).map((row) => toPreviewLine(row, fileName));
};

function toPreviewLine(row: PreviewedRow, fileName: string): PreviewLine {
  const problems = row.problems.map((problem) => describeProblem(problem, fileName).what);
  const facts = Object.entries(row.facts) as [keyof typeof FACT_NAMES, string][];
  return {
    row: row.row,
    use: row.setAside === null ? null : setAsideWord(row.setAside),
    entryNumber: row.number,
    tariffs: row.lines.map(
      ({ hts, htsFound, duty, value }) =>
        `${hts === null && htsFound === "" ? "no tariff number" : htsFound}: duty ${duty ? formatUsd(usdText(duty)) : "unknown"}${value && !value.isZero() ? `, value ${formatUsd(usdText(value))}` : ""}`,
    ),
    facts: facts.map(([name, value]) => `${FACT_NAMES[name]} ${value}`),
    problems,
  };
}

const setAsideWord = (reason: NonNullable<PreviewedRow["setAside"]>): string =>
  reason === "another-header" ? "another table begins" : SET_ASIDE_WORDS[reason].one;
