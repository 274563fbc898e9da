import type { ColumnField, GivenMappingProblem, MappingProblem } from "@/lib/domain";
import { listOf } from "./facts";

const NAMES: Partial<Record<ColumnField, string>> = {
  htsNumber: "Tariff number (HTS)",
  additionalHts: "Chapter 99 numbers of the line",
  chapter99Code: "Duty of the Chapter 99 number in the heading",
  dutyAmount: "Duty paid on the tariff number",
  goodsValue: "Entered value",
  baseDutyAmount: "Ordinary duty",
  ieepaDutyAmount: "IEEPA duty",
  section301DutyAmount: "Section 301 duty",
  section232DutyAmount: "Section 232 duty",
  spiCode: "SPI",
  pscFlag: "Post Summary Correction flag",
  adcvdCase: "AD/CVD case",
  totalDuty: "Total duty of the entry",
  importDate: "Import date",
};

/** Words that people write in capitals, or out in full. */
const WORDS: Readonly<Record<string, string>> = {
  ...{
    adcvd: "AD/CVD",
    cbp: "CBP",
    ftz: "FTZ",
    hmf: "HMF",
    hts: "HTS",
    id: "ID",
    ieepa: "IEEPA",
    mpf: "MPF",
  },
  ...{ po: "PO", psc: "PSC", spi: "SPI", uom: "unit of measure" },
};

/** `liquidationDate` → `Liquidation date`, `adcvdRate` → `AD/CVD rate`: of 142 fields people see a dozen. */
export function formatField(field: ColumnField): string {
  const known = NAMES[field];
  if (known !== undefined) return known;
  const words = field.match(/[A-Z]?[a-z]+|\d+/g) ?? [field];
  const text = words.map((word) => WORDS[word.toLowerCase()] ?? word.toLowerCase()).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const quoted = (headings: readonly string[]): string => listOf(headings.map((heading) => `\`${heading}\``));

/** Why the columns of a file cannot be told apart without help, and what to do. */
export function describeMappingProblem(problem: MappingProblem): string {
  switch (problem.kind) {
    case "ambiguous-heading":
      return `The column \`${problem.heading}\` may mean ${problem.fields.map(formatField).join(" or ")}. Say which it is.`;
    case "duplicate-column":
      return `The columns ${quoted(problem.headings)} both seem to be ${formatField(problem.fields[0])}. Say which one is.`;
    case "required-column-missing":
      return problem.aceObject === null
        ? `The column ${formatField(problem.fields[0])} is missing.`
        : `The column ${problem.aceObject} is missing. Add it to the report in ACE and run it again.`;
  }
}

/** Why columns cannot be read as somebody named them. */
export const describeGivenProblem = ({ kind, field }: GivenMappingProblem): string =>
  kind === "required-field-missing"
    ? `No column is named ${formatField(field)}, and the report cannot be read without it.`
    : `Several columns are named ${formatField(field)}. Only one can be.`;
