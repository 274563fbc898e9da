import type { Standing } from "@/lib/domain";

import type { LaneTone } from "./lanes";

type StandingWords = {
  readonly name: string;
  /** What it means for the file, and what to do. */
  readonly advice: string;
  readonly tone: LaneTone;
};

/** What the books say of a number in a file that is about to be uploaded. */
export const STANDING_WORDS = {
  claimed: {
    name: "Accepted on a claim already",
    advice: "CBP rejects it as a duplicate. Take it out of the file.",
    tone: "blocked",
  },
  declared: {
    name: "On a declaration of yours",
    advice:
      "It stands on a draft, frozen or filed declaration here. Upload one of the two files only, or withdraw the other.",
    tone: "caution",
  },
  "awaiting-answer": {
    name: "On a claim without an answer",
    advice: "A claims report shows it as filed. Wait for CBP's answer before filing it again.",
    tone: "caution",
  },
  "not-in-books": {
    name: "In none of your imports",
    advice:
      "Nothing is known of its duty, its dates or its importer. Import an ES-003 that shows it, or make sure it is yours.",
    tone: "caution",
  },
  "needs-data": {
    name: "A fact is missing",
    advice: "Your data cannot tell whether CAPE takes it. The reason names what to supply.",
    tone: "caution",
  },
  "rejected-lane": {
    name: "In a lane that CAPE does not take",
    advice: "CBP drops it, or it holds nothing to refund. Take it out of the file and follow its lane.",
    tone: "blocked",
  },
  "goes-in": {
    name: "Nothing in your books speaks against it",
    advice: "Screened, in a lane that CAPE takes, on no declaration and on no claim.",
    tone: "ready",
  },
} as const satisfies Record<Standing, StandingWords>;

/** Headings of the check as a file. */
export const STANDING_EXPORT_HEADINGS = [
  "Entry number",
  "What the books say",
  "Lane",
  "Importer number",
  "Refundable at least, USD",
  "Refundable at most, USD",
  "Declaration",
  "Claim",
  "Why",
] as const;
