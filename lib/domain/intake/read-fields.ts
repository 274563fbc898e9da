import type { ColumnField } from "../law/column-aliases";
import { DAY_FACTS, TEXT_FACTS } from "./fact-values";
import type { ReportKind } from "./layout";
import { ADVISED_FIELDS, isNotRead, REQUIRED_FIELDS } from "./required-fields";

const ENTRY_FIELDS: readonly ColumnField[] = [
  ...(["entryNumber", "entryType", "importerNumber", "portOfEntry", "reliquidationDate"] as const),
  ...DAY_FACTS,
  ...TEXT_FACTS,
];
const LINE_FIELDS: readonly ColumnField[] = [
  ...(["entryLineNumber", "tariffOrdinal", "htsNumber", "goodsValue", "dutyAmount"] as const),
  ...(["countryOfOrigin", "spiCode"] as const),
];
const WIDE_FIELDS: readonly ColumnField[] = [
  ...(["entryLineNumber", "htsNumber", "additionalHts", "goodsValue", "baseDutyAmount"] as const),
  ...(["ieepaDutyAmount", "section301DutyAmount", "section232DutyAmount", "chapter99Code"] as const),
  ...(["countryOfOrigin", "spiCode"] as const),
];
const CLAIM_FIELDS: readonly ColumnField[] = ["entryNumber", "claimNumber", "claimStatus", "claimError"];
const REFUND_FIELDS: readonly ColumnField[] = [
  ...([
    "refundAmount",
    "refundInterest",
    "refundNumber",
    "refundDate",
    "refundStatus",
    "traceNumber",
  ] as const),
];
const PAYMENT_FIELDS: readonly ColumnField[] = [
  ...([
    "refundNumber",
    "payeeId",
    "payeeName",
    "refundDate",
    "refundSecondaryStatus",
    "refundStatus",
  ] as const),
  ...(["refundTotal", "traceNumber"] as const),
];

const READ_IN: Record<ReportKind, readonly ColumnField[]> = {
  es003: [...ENTRY_FIELDS, ...LINE_FIELDS],
  template: [...ENTRY_FIELDS, ...LINE_FIELDS],
  "broker-lines": [...ENTRY_FIELDS, ...LINE_FIELDS],
  "broker-wide": [...ENTRY_FIELDS, ...WIDE_FIELDS],
  "liquidation-list": ENTRY_FIELDS,
  es022: [...ENTRY_FIELDS, "claimNumber", "claimStatus", ...REFUND_FIELDS, "cf4811Number"],
  es701: [...ENTRY_FIELDS, ...REFUND_FIELDS],
  rev603: PAYMENT_FIELDS,
  rev613: [...ENTRY_FIELDS, ...REFUND_FIELDS],
  rev615: [...ENTRY_FIELDS, ...REFUND_FIELDS],
  "claim-details": CLAIM_FIELDS,
  "validation-result": ["entryNumber", "claimStatus", "claimError"],
  "entry-list": ["entryNumber"],
  "carrier-invoice": ENTRY_FIELDS,
  "bank-statement": ["bankDay", "bankAmount", "bankSide", "bankText", "traceNumber"],
};

/** What a column of such a report can be read as: what it needs first, then what lanes hang on, then the rest. */
export const readFieldsOf = (report: ReportKind): readonly ColumnField[] =>
  [...new Set([...REQUIRED_FIELDS[report], ...ADVISED_FIELDS[report], ...READ_IN[report]])].filter(
    (field) => !isNotRead(report, field),
  );
