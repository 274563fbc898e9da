import type { ReportKind, UnsupportedReport } from "@/lib/domain";

export const REPORT_NAMES = {
  es003: "ACE ES-003",
  "broker-lines": "Broker line report",
  "liquidation-list": "Liquidation list",
  "claim-details": "CAPE Claim Details",
  "entry-list": "List of entry numbers",
} as const satisfies Record<ReportKind, string>;

/** Recognised, not read: one sentence that says why and what to use instead. */
export const UNSUPPORTED_REPORT_SENTENCES = {
  "broker-wide":
    "This is a broker report with one row per line and a column per program. It is not read yet: ask the broker for one row per tariff number, or pull ES-003 in ACE.",
  "refund-report":
    "This is a refund report (ES-022, REV-603 or REV-615). It is not read yet; it holds no tariff rows.",
  "carrier-invoice":
    "This is a carrier's invoice. It leads to entry numbers but cannot prove the IEEPA share: pull ES-003 in ACE, or ask the carrier for its entry summaries.",
} as const satisfies Record<UnsupportedReport, string>;
