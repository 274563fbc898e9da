import type { CapeMessage, PredictedOutcome, Refile } from "@/lib/domain";
import type { LaneTone } from "./lanes";

type OutcomeWords = {
  readonly name: string;
  readonly meaning: string;
  readonly tone: LaneTone;
};

/** What CAPE would answer if the entry were filed today. `uncertain` without messages has words of its own. */
export const OUTCOME_WORDS = {
  accepted: {
    name: "CAPE would accept it",
    meaning:
      "Nothing in your data makes CAPE refuse it. What no report shows, such as a type 09 on file, is taken as absent.",
    tone: "ready",
  },
  rejected: {
    name: "CAPE would reject it",
    meaning: "Filed today, the entry would come back with this message.",
    tone: "blocked",
  },
  uncertain: {
    name: "CAPE may reject it",
    meaning: "Your data, or what CBP has published, cannot tell. This message may come back.",
    tone: "caution",
  },
} as const satisfies Record<PredictedOutcome["kind"], OutcomeWords>;

/** Several messages are alternatives or come one after the other: CBP does not say which it checks first. */
export const SEVERAL_MESSAGES = "One or more of these messages would come back.";

export const NO_KNOWN_MESSAGE =
  "Your data, or what CBP has published, cannot tell, and no message for such an entry is known.";

/** Whether the entry may go on a new declaration after such an answer. */
export const REFILE_WORDS = {
  "whole-file": "Upload the whole file again once it is mended.",
  "after-fix": "Refile on a new declaration once that is done.",
  "if-rule-changed": "Refile only when CBP's rule changes.",
  "once-unchanged": "Refile once, unchanged; it often clears.",
  no: "Do not refile.",
} as const satisfies Record<Refile, string>;

/** Whose words a message is in. */
export const WORDING_NOTES = {
  primary: "CBP's own text.",
  relayed: "CBP's words as others quote them.",
  reported: "Words reported by filers.",
  unconfirmed: "Wording not confirmed.",
} as const satisfies Record<CapeMessage["confidence"], string>;
