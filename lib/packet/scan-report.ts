import type { Day } from "@/lib/domain";

/** A sum and how far it is certain: USD as text with two decimals. */
export type ReportMoney = {
  readonly entries: number;
  /** Certain refunds. */
  readonly refundable: string;
  /** Entries of which only a range is known: in no sum. */
  readonly ranges: number;
};

export type ReportRange = { readonly min: string; readonly max: string | null };

export type ReportRisk = ReportMoney & {
  readonly outcome: string;
  readonly rejected: boolean;
  /** CBP's words, or that none are known. */
  readonly message: string;
  readonly meaning: string;
  readonly fix: string;
  readonly owner: string;
  readonly confidence: string;
  readonly deadline: Day | null;
};

export type ReportEntry = {
  readonly number: string;
  readonly lane: string;
  readonly entryType: string;
  readonly outcome: string;
  readonly messages: string;
  readonly refundable: ReportRange;
  readonly deadline: Day | null;
  readonly deadlineKind: string;
};

export type ReportHeld = ReportEntry & {
  readonly held: string;
  readonly unlock: string;
  readonly law: string;
};

type ReportFlag = {
  readonly number: string;
  readonly line: string;
  readonly code: string;
  readonly sentence: string;
  readonly duty: string | null;
  readonly expected: string | null;
};

/** Everything that the scan of an import says, in words: its page, its document and its workbook show the same. */
export type ScanReport = {
  readonly organization: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Null: the file holds no entry of the books. */
  readonly screened: { readonly on: Day; readonly rulesVersion: string } | null;
  readonly total: ReportMoney;
  readonly lanes: readonly (ReportMoney & { readonly name: string; readonly nextStep: string })[];
  readonly risks: readonly ReportRisk[];
  readonly risky: { readonly count: number; readonly entries: readonly ReportEntry[] };
  readonly programs: readonly {
    readonly name: string;
    readonly paid: ReportRange;
    readonly refundable: ReportRange;
    readonly stays: ReportRange;
  }[];
  /** Other duties that were paid beside IEEPA on one entry. */
  readonly stacked: readonly (ReportMoney & { readonly beside: string; readonly stays: string })[];
  readonly flags: { readonly count: number; readonly rows: readonly ReportFlag[] };
  readonly held: { readonly count: number; readonly entries: readonly ReportHeld[] };
};
