import type { AliasReport, ColumnField } from "../law/column-aliases";
import { countHeadingsOnlyIn, meaningsOf } from "./known-headings";
import type { ReportKind, UnsupportedReport } from "./layout";

/** Which report a heading row belongs to, and the reports whose meaning of an ambiguous heading then holds. */
export type ReportGuess =
  | { readonly kind: "read"; readonly report: ReportKind; readonly vocabularies: readonly AliasReport[] }
  | { readonly kind: "unsupported"; readonly report: UnsupportedReport };

const ES003: readonly AliasReport[] = ["es003", "es003-added", "es003-workbook"];
const KEWILL: readonly AliasReport[] = ["kewill"];
const CLAIM_DETAILS: readonly AliasReport[] = ["claim-details", "cape-template"];
const REFUNDS: readonly AliasReport[] = ["es022", "rev603", "rev615"];
const CARRIERS: readonly AliasReport[] = ["ups", "fedex", "dhl"];

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
  const read = (report: ReportKind, vocabularies: readonly AliasReport[] = []): ReportGuess => ({
    kind: "read",
    report,
    vocabularies,
  });

  if (hasTariff && signature(ES003) >= SIGNATURE_MIN) return read("es003", ES003);
  if (hasAny(PROGRAM_COLUMNS)) return { kind: "unsupported", report: "broker-wide" };
  if (signature(CARRIERS) >= SIGNATURE_MIN) return { kind: "unsupported", report: "carrier-invoice" };
  if (!hasTariff && signature(REFUNDS) >= SIGNATURE_MIN)
    return { kind: "unsupported", report: "refund-report" };
  if (!hasTariff && fields.has("claimNumber") && fields.has("claimStatus"))
    return read("claim-details", CLAIM_DETAILS);
  if (!hasTariff && fields.has("entryNumber"))
    return read(hasAny(ENTRY_FACT_COLUMNS) ? "liquidation-list" : "entry-list", ES003);
  return read("broker-lines", signature(KEWILL) >= BROKER_SIGNATURE_MIN ? KEWILL : []);
}
