import type { ColumnField } from "./column-aliases";

/**
 * Our own template: one row for each tariff number of each entry line, Chapter 99 numbers first. The headings are words
 * that brokers use, so that a person can fill it from any source; all of them together occur in no other report.
 */
export const IMPORT_TEMPLATE = [
  { heading: "Entry Number", field: "entryNumber" },
  { heading: "Entry Type", field: "entryType" },
  { heading: "Entry Date", field: "entryDate" },
  { heading: "Importer Number", field: "importerNumber" },
  { heading: "Importer Name", field: "importerName" },
  { heading: "Port of Entry", field: "portOfEntry" },
  { heading: "Entry Line Number", field: "entryLineNumber" },
  { heading: "Tariff Ordinal", field: "tariffOrdinal" },
  { heading: "Tariff Number", field: "htsNumber" },
  { heading: "Country of Origin", field: "countryOfOrigin" },
  { heading: "SPI", field: "spiCode" },
  { heading: "Entered Value", field: "goodsValue" },
  { heading: "Duty Paid", field: "dutyAmount" },
  { heading: "Liquidation Date", field: "liquidationDate" },
  { heading: "Liquidation Status", field: "liquidationStatus" },
  { heading: "Reconciliation Flag", field: "reconciliationFlag" },
  { heading: "Protest Number", field: "protestNumber" },
  { heading: "Protest Status", field: "protestStatus" },
  { heading: "Drawback Claim", field: "drawbackFlag" },
  { heading: "Payment Date", field: "paymentDate" },
] as const satisfies readonly { readonly heading: string; readonly field: ColumnField }[];
