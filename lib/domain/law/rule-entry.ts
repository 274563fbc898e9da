import type { Day } from "../day";
import type { NonEmpty } from "../result";
import type { CapeMessage, CapeMessageLevel } from "./cape-messages";
import type { Chapter99Program } from "./chapter-99-rows";
import type { CheckRuleKind } from "./check-rules";
import type { Citation, RuleConfidence } from "./citation";
import type { ClockKind } from "./clocks";
import type { Dated } from "./dated";
import type { DEPOSIT_RULES } from "./deposit-rules";
import type { CapeTreatment } from "./entry-types";
import type { SequenceBlock } from "./number-sequence";
import type { NumberTest } from "./number-test";

/** What a rule says, as facts; the words for people live elsewhere. */
export type RuleContent =
  | { readonly subject: "check"; readonly rule: CheckRuleKind }
  | {
      readonly subject: "entry-type";
      readonly type: string | null;
      readonly name: string;
      readonly treatment: CapeTreatment;
    }
  | { readonly subject: "reconciliation"; readonly acceptedTypes: readonly string[] }
  | { readonly subject: "number-test"; readonly message: NumberTest["message"] }
  | {
      readonly subject: "number-test-exceptions";
      readonly codes: readonly string[];
      readonly entryTypes: readonly string[];
    }
  | { readonly subject: "phase-3"; readonly announcedFor: Day; readonly listedBy: Day }
  | { readonly subject: "clock"; readonly clock: ClockKind }
  | { readonly subject: "deemed-liquidation"; readonly years: number }
  | { readonly subject: "holidays"; readonly year: string; readonly days: readonly Day[] }
  | { readonly subject: "declaration-limits"; readonly entriesMax: number; readonly bytesBelow: number }
  | {
      readonly subject: "readiness-point";
      readonly point: number;
      readonly title: string;
      readonly blocking: boolean;
    }
  | { readonly subject: "cape-message"; readonly level: CapeMessageLevel; readonly message: string }
  | { readonly subject: "deposit"; readonly rule: keyof typeof DEPOSIT_RULES; readonly days: number }
  | {
      readonly subject: "interest-rate";
      /** "2026-Q2". */
      readonly quarter: string;
      /** "5" means 5 % a year. */
      readonly corporationPercent: string;
      readonly otherPercent: string;
    }
  | { readonly subject: "corporate-cut"; readonly aboveUsd: string; readonly cutPercentPoints: string }
  | { readonly subject: "ieepa-window" }
  | { readonly subject: "number-sequence"; readonly blocks: readonly (readonly SequenceBlock[])[] }
  | { readonly subject: "reciprocal-number" }
  | { readonly subject: "in-transit-baseline"; readonly code: string }
  | { readonly subject: "metals-of-canada-and-mexico"; readonly chapters: readonly string[] }
  | {
      readonly subject: "chapter-99";
      readonly program: Chapter99Program;
      readonly name: string;
      readonly codes: number;
    };

export type RuleSubject = RuleContent["subject"];

/** One dated rule of one table, for reading. */
export type RuleEntry = Omit<Dated, "from"> & {
  readonly content: RuleContent;
  /** Which days the dates are: of filing, of entry, of interest, or of the calendar. Both ends included. */
  readonly daysOf: "filing" | "entry" | "interest" | "calendar";
  /** Null: the first day was not read. */
  readonly from: Day | null;
  /** The first day on which it could be read; null: it has no single one. */
  readonly publishedOn: Day | null;
  /** The release, quarter or edition that first knew it. */
  readonly release: string;
  /** relayed, reported: quoted by others, as the messages of CAPE are. */
  readonly confidence: RuleConfidence | Extract<CapeMessage["confidence"], "relayed" | "reported">;
  readonly source: NonEmpty<Citation>;
};
