import type { AliasReport, ColumnField } from "../law/column-aliases";
import { IMPORT_TEMPLATE } from "../law/import-template";
import { countHeadingsOnlyIn, meaningsOf } from "./known-headings";
import type { ReportKind } from "./layout";
import { headingKey } from "./raw-row";

/** certain: words that no other report has. likely: words that many reports use, and enough of them to read it. */
export type ReportConfidence = "certain" | "likely";

/** Which report a heading row belongs to, and the reports whose meaning of an ambiguous heading then holds. */
export type ReportGuess = {
  readonly report: ReportKind;
  readonly confidence: ReportConfidence;
  readonly vocabularies: readonly AliasReport[];
};

const ES003_VOCABULARY: readonly AliasReport[] = ["es003", "es003-added", "es003-workbook"];
const KEWILL: readonly AliasReport[] = ["kewill"];
const WIDE: readonly AliasReport[] = ["wide", "forwarder-wide"];
const CLAIM_DETAILS: readonly AliasReport[] = ["claim-details", "cape-template"];
const REFUNDS: readonly AliasReport[] = ["es022", "rev603", "rev615"];
// Their columns are unpublished: read by the words of the reports beside them.
const VALIDATION: readonly AliasReport[] = ["validation-result", ...CLAIM_DETAILS];
const NOTICES: readonly AliasReport[] = [...ES003_VOCABULARY, "rev615"];
const CARRIERS: readonly AliasReport[] = ["ups", "fedex", "dhl"];
const BANK: readonly AliasReport[] = ["bank"];

/** The reports by whose words the columns of a kind are read when somebody says which kind it is. */
const VOCABULARIES_OF: Record<ReportKind, readonly AliasReport[]> = {
  es003: ES003_VOCABULARY,
  template: [],
  "broker-lines": [],
  "broker-wide": WIDE,
  "liquidation-list": ES003_VOCABULARY,
  es022: ["es022"],
  es701: NOTICES,
  rev603: ["rev603"],
  rev613: ["rev615"],
  rev615: ["rev615"],
  "claim-details": CLAIM_DETAILS,
  "validation-result": VALIDATION,
  "entry-list": ES003_VOCABULARY,
  "carrier-invoice": CARRIERS,
  "bank-statement": BANK,
};

const PROGRAM_COLUMNS = [
  "ieepaDutyAmount",
  "section301DutyAmount",
  "section232DutyAmount",
  "chapter99Code",
  "additionalHts",
] as const satisfies readonly ColumnField[];

const ENTRY_FACT_COLUMNS = [
  ...(["liquidationDate", "liquidationStatus", "reliquidationDate", "entryDate", "entryType"] as const),
  ...([
    "reconciliationFlag",
    "reconciliationDueDate",
    "protestNumber",
    "protestStatus",
    "drawbackFlag",
  ] as const),
  ...(["summaryStatus", "statementStatus", "suretyFlag", "paymentDate", "controlStatus"] as const),
] as const satisfies readonly ColumnField[];

// One heading that no other report has may be chance; two are a signature.
const SIGNATURE_MIN = 2;
// Broker portals share words with every guide, so they need one more.
const BROKER_SIGNATURE_MIN = 3;

/** Tells the report by its vocabulary, whatever the order of its columns. */
export function guessReport(headings: readonly string[]): ReportGuess {
  const fields = new Set(headings.flatMap((heading) => meaningsOf(heading).map(({ field }) => field)));
  const signature = (reports: readonly AliasReport[]): number => countHeadingsOnlyIn(headings, reports);
  const hasAny = (columns: readonly ColumnField[]): boolean => columns.some((field) => fields.has(field));
  const hasTariff = hasAny(["htsNumber", "dutyAmount"]);
  const certain = (report: ReportKind, vocabularies = VOCABULARIES_OF[report]): ReportGuess => ({
    ...{ report, vocabularies, confidence: "certain" },
  });
  const likely = (report: ReportKind): ReportGuess => ({ ...certain(report), confidence: "likely" });

  if (isTemplate(headings)) return certain("template");
  if (hasTariff && signature(ES003_VOCABULARY) >= SIGNATURE_MIN) return certain("es003");
  if (hasAny(PROGRAM_COLUMNS))
    return signature(WIDE) >= BROKER_SIGNATURE_MIN ? certain("broker-wide") : likely("broker-wide");
  if (signature(CARRIERS) >= SIGNATURE_MIN) return certain("carrier-invoice");
  if (!hasTariff && signature(REFUNDS) >= SIGNATURE_MIN) return refundReport(fields, certain, likely);
  if (!hasTariff && !fields.has("entryNumber") && signature(BANK) >= SIGNATURE_MIN)
    return certain("bank-statement");
  if (!hasTariff && fields.has("claimNumber") && fields.has("claimStatus")) return certain("claim-details");
  if (!hasTariff && fields.has("entryNumber") && fields.has("claimError")) return likely("validation-result");
  if (!hasTariff && fields.has("entryNumber"))
    return hasAny(ENTRY_FACT_COLUMNS) ? certain("liquidation-list") : likely("entry-list");
  return signature(KEWILL) >= BROKER_SIGNATURE_MIN ? certain("broker-lines", KEWILL) : likely("broker-lines");
}

type Guess = (report: ReportKind) => ReportGuess;

/**
 * REV-603 lists payments and names no entries; ES-022 has the claim of each entry, REV-615 its refund only. A courtesy
 * notice of liquidation (ES-701) shows refunds beside liquidations since May 2026; its columns are unpublished.
 */
function refundReport(fields: ReadonlySet<ColumnField>, certain: Guess, likely: Guess): ReportGuess {
  if (!fields.has("entryNumber")) return certain("rev603");
  if (fields.has("claimNumber")) return certain("es022");
  return fields.has("liquidationDate") ? likely("es701") : certain("rev615");
}

function isTemplate(headings: readonly string[]): boolean {
  const keys = new Set(headings.map(headingKey));
  return IMPORT_TEMPLATE.every(({ heading }) => keys.has(headingKey(heading)));
}
