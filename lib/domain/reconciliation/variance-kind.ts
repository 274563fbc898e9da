import type { ConventionName } from "../interest/convention";
import type { InterestCause } from "./interest-cause";

/** What a figure of a refund is off by, and why. */
export type EntryVarianceKind =
  | "principal-short"
  | "principal-over"
  | "interest-days"
  | "interest-rate"
  | "interest-method"
  | "unexplained";

/** What a convention that is not ours departs in. */
const DEPARTS_IN = {
  default: "interest-days",
  quarterly: "interest-method",
  simple: "interest-method",
  "quarters-summed": "interest-method",
  "flat-daily": "interest-rate",
  "flat-quarterly": "interest-rate",
  "rates-quarter-late": "interest-rate",
  "rates-quarter-early": "interest-rate",
  "corporate-cut": "interest-rate",
  "start-in-end-out": "interest-days",
  "both-ends": "interest-days",
  "year-of-360": "interest-days",
  "nine-decimals": "interest-method",
} as const satisfies Record<ConventionName, EntryVarianceKind>;

/** Our own convention on our own days departs in the class, whose rate is another one. */
export function kindOfCause({ convention, start, end }: InterestCause): EntryVarianceKind {
  if (convention !== "default") return DEPARTS_IN[convention];
  return start.kind === "given" && start.daysOff === 0 && end.kind === "given" && end.daysOff === 0
    ? "interest-rate"
    : "interest-days";
}
