import type { ColumnField } from "../law/column-aliases";
import { type DutyColumn, dutyColumnsOf } from "./wide-columns";

/** The files that intake reads. */
export const REPORT_KINDS = [
  ...(["es003", "template", "broker-lines", "broker-wide", "liquidation-list"] as const),
  ...(["es022", "es701", "rev603", "rev613", "rev615", "claim-details", "validation-result"] as const),
  ...(["entry-list", "carrier-invoice", "bank-statement"] as const),
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Reports that show what became of entries in claims, or numbers only, and nothing of the entries themselves. */
export const isClaimKind = (report: ReportKind): boolean =>
  report === "claim-details" || report === "validation-result" || report === "entry-list";

/** Where each field stands in the rows of one file. */
export type FileLayout = {
  readonly report: ReportKind;
  /** True line number of the heading row. */
  readonly headerRow: number;
  /** As printed. */
  readonly headings: readonly string[];
  readonly at: Readonly<Partial<Record<ColumnField, number>>>;
  /** Names of the cells by which two rows are compared; one shared list per file. */
  readonly comparedColumns: readonly string[];
  /** Compared by fingerprint only. */
  readonly otherColumns: readonly number[];
  /** Blank on every continuation row of a grouped report. */
  readonly entryColumns: readonly number[];
  /** Of a wide report, where one row holds the duty of several tariff numbers; empty for all others. */
  readonly dutyColumns: readonly DutyColumn[];
};

/** Fields that belong to a line or a tariff number; every other recognised field belongs to the whole entry. */
const LINE_FIELDS: ReadonlySet<ColumnField> = new Set([
  ...([
    "entryLineNumber",
    "tariffOrdinal",
    "htsNumber",
    "additionalHts",
    "chapter99Code",
    "goodsValue",
  ] as const),
  ...(["dutyAmount", "countryOfOrigin", "countryOfExport", "manufacturerId", "foreignExporterId"] as const),
  ...([
    "spiCode",
    "visaNumber",
    "textileCategoryCode",
    "textileCategory",
    "tariffRate",
    "description",
  ] as const),
  ...(["quantity1", "quantity2", "quantity3", "uom1", "uom2", "uom3", "adcvdCase", "adcvdType"] as const),
  ...(["adcvdRate", "adcvdDutyAmount", "mpfAmount", "hmfAmount", "cottonFee", "exciseTax"] as const),
  ...(["invoiceNumber", "invoiceLineNumber", "invoiceValue", "customsValue", "partNumber"] as const),
  ...(["vendorName", "poNumber", "rulingNumber", "dutyAmountAlt"] as const),
  ...(["baseDutyAmount", "ieepaDutyAmount", "section301DutyAmount", "section232DutyAmount"] as const),
  ...(["ieepaRate", "section301Rate", "section232Rate"] as const),
]);

/** Of the whole entry in other reports; in a wide one, of the row. */
const WIDE_LINE_FIELDS: ReadonlySet<ColumnField> = new Set(["totalDuty", "totalFees", "totalDutyFees"]);

/** Read into the tariff line, so compared by value. */
const READ_LINE_FIELDS = ["goodsValue", "dutyAmount", "countryOfOrigin", "spiCode"] as const;
const COMPARED_AS: Record<(typeof READ_LINE_FIELDS)[number], string> = {
  goodsValue: "value",
  dutyAmount: "duty",
  countryOfOrigin: "origin",
  spiCode: "spi",
};
const NOT_COMPARED: ReadonlySet<ColumnField> = new Set([
  ...READ_LINE_FIELDS,
  ...(["entryLineNumber", "tariffOrdinal", "htsNumber", "adcvdCase"] as const),
]);

/** @param fields - the recognised field of each column, null for a column that is not read */
export function layoutOf(
  report: ReportKind,
  headerRow: number,
  headings: readonly string[],
  fields: readonly (ColumnField | null)[],
): FileLayout {
  const at: Partial<Record<ColumnField, number>> = {};
  for (const [index, field] of fields.entries()) if (field !== null) at[field] = index;
  const where = (test: (field: ColumnField) => boolean): readonly number[] =>
    fields.flatMap((field, index) => (field !== null && test(field) ? [index] : []));

  const isWide = report === "broker-wide";
  const isOfLine = (field: ColumnField): boolean =>
    LINE_FIELDS.has(field) || (isWide && WIDE_LINE_FIELDS.has(field));
  const otherColumns = where((field) => isOfLine(field) && !NOT_COMPARED.has(field));
  const otherFields = otherColumns.map((index) => fields[index]);
  const read = READ_LINE_FIELDS.filter((field) => at[field] !== undefined);
  return {
    report,
    headerRow,
    headings,
    at,
    // Rows of other layouts print quantities or invoices their own way: only the same set of columns compares.
    comparedColumns: [
      // Each tariff number of a wide row shows some of its cells only.
      ...(isWide ? ["value?", "duty?", "origin?", "spi?"] : read.map((field) => COMPARED_AS[field])),
      `other:${otherFields.toSorted().join(",")}`,
    ],
    otherColumns,
    entryColumns: where((field) => !isOfLine(field)),
    dutyColumns: isWide ? dutyColumnsOf(headings, fields) : [],
  };
}
