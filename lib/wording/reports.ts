import type { ReportKind, UnsupportedReport } from "@/lib/domain";

export const REPORT_NAMES = {
  es003: "ACE ES-003",
  template: "CapeDesk template",
  "broker-lines": "Broker line report",
  "broker-wide": "Broker report, one column per program",
  "liquidation-list": "Liquidation list",
  es022: "ACE ES-022, CAPE entry summaries",
  es701: "ACE ES-701, courtesy notices of liquidation",
  rev603: "ACE REV-603, refunds paid",
  rev613: "ACE REV-613, refunds that came back",
  rev615: "ACE REV-615, refund details",
  "claim-details": "CAPE Claim Details",
  "validation-result": "CAPE Validation Result File",
  "entry-list": "List of entry numbers",
  "carrier-invoice": "Carrier invoice",
  "bank-statement": "Bank statement",
} as const satisfies Record<ReportKind, string>;

/** What of a report is kept in the file and not used yet; null: everything that proves something is. */
export const NOT_USED_YET = {
  es003: null,
  template: null,
  "broker-lines": null,
  "broker-wide":
    "Duty under Section 301 or 232 is used where the row lists its tariff number. A program whose duty is given in one amount for several numbers is not divided between them.",
  "liquidation-list": null,
  es022: null,
  es701:
    "Liquidations of the entries and the state of their refunds are used. CBP publishes no list of the columns of this report, so look at how each was read.",
  rev603: null,
  rev613:
    "The entries and that their refunds came back are used. CBP publishes no list of the columns of this report, so look at how each was read.",
  rev615: null,
  "claim-details": null,
  "validation-result":
    "CBP publishes no list of the columns of this file, so look at how each was read. A row with an error means that CBP rejected the whole upload; rows without one are kept and say nothing.",
  "entry-list": null,
  "carrier-invoice":
    "A carrier's invoice leads to entry numbers, and its entry dates and importer numbers are used. Its duty cannot be told by program, so it proves no IEEPA duty: pull ES-003 in ACE for these entries, or ask the carrier for its entry summaries.",
  "bank-statement":
    "Only credits are used: their day, amount, description and trace number. Account numbers and balances are not read, and debits are set aside without their cells.",
} as const satisfies Record<ReportKind, string | null>;

/** Recognised, not read: one sentence that says why and what to use instead. */
export const UNSUPPORTED_REPORT_SENTENCES = {
  "carrier-invoice":
    "This is a carrier's invoice without entry numbers, so nothing in it leads to an entry: pull ES-003 in ACE, or ask the carrier for its entry summaries.",
} as const satisfies Record<UnsupportedReport, string>;
