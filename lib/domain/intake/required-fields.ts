import type { ColumnField } from "../law/column-aliases";
import type { ReportKind } from "./layout";

/** Without these a report of the kind cannot be read. */
export const REQUIRED_FIELDS: Record<ReportKind, readonly ColumnField[]> = {
  es003: ["entryNumber", "htsNumber", "dutyAmount"],
  template: ["entryNumber", "htsNumber", "dutyAmount"],
  "broker-lines": ["entryNumber", "htsNumber", "dutyAmount"],
  "broker-wide": ["entryNumber"],
  "liquidation-list": ["entryNumber"],
  es022: ["entryNumber", "claimNumber"],
  es701: ["entryNumber", "liquidationDate"],
  rev603: ["refundTotal"],
  rev613: ["entryNumber"],
  rev615: ["entryNumber"],
  "claim-details": ["entryNumber", "claimNumber", "claimStatus"],
  "validation-result": ["entryNumber", "claimError"],
  "entry-list": ["entryNumber"],
  "carrier-invoice": ["entryNumber"],
  "bank-statement": ["bankDay", "bankAmount"],
};

const ADVISED: readonly ColumnField[] = [
  ...(["entryDate", "entryType", "importerNumber", "entryLineNumber", "goodsValue"] as const),
  ...(["countryOfOrigin", "liquidationDate", "liquidationStatus"] as const),
];

/** Not needed to read the file, but a lane may hang on them. */
export const ADVISED_FIELDS: Record<ReportKind, readonly ColumnField[]> = {
  es003: [...ADVISED, "tariffOrdinal"],
  template: [...ADVISED, "tariffOrdinal"],
  "broker-lines": ADVISED,
  "broker-wide": [...ADVISED, "additionalHts"],
  "liquidation-list": ["liquidationDate", "liquidationStatus"],
  es022: ["claimStatus", "liquidationDate", "refundAmount", "refundInterest", "refundNumber"],
  es701: [],
  rev603: ["refundNumber", "refundDate", "traceNumber"],
  rev613: ["refundStatus", "refundDate"],
  rev615: ["refundStatus", "refundDate", "refundAmount", "refundInterest", "traceNumber"],
  "claim-details": ["claimError"],
  "validation-result": [],
  "entry-list": [],
  "carrier-invoice": [],
  "bank-statement": ["bankText"],
};

/** A carrier's duty cannot be told by program, so it is no tariff row: its invoice only leads to entry numbers. */
const NOT_READ_IN: Partial<Record<ReportKind, readonly ColumnField[]>> = {
  "carrier-invoice": ["htsNumber", "dutyAmount", "goodsValue"],
};

/** True where a column of the field stands in the report and proves nothing there. */
export const isNotRead = (report: ReportKind, field: ColumnField): boolean =>
  NOT_READ_IN[report]?.includes(field) === true;
