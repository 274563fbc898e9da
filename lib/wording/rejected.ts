import type { CapeMessage, RefileAdvice } from "@/lib/domain";

type Tone = "ready" | "caution" | "blocked" | "done" | "neutral";

/** What to do with rows that CBP dropped, the most promising first. */
export const REFILE_ADVICE_WORDS = {
  "again-since": { name: "Can be filed again", tone: "ready" },
  "once-unchanged": { name: "File again once, unchanged", tone: "ready" },
  "after-fix": { name: "File again once it is mended", tone: "caution" },
  "whole-file": { name: "Upload again as a whole", tone: "caution" },
  unknown: { name: "Not in our dictionary", tone: "caution" },
  wait: { name: "Wait", tone: "neutral" },
  no: { name: "Nothing more to do in CAPE", tone: "blocked" },
} as const satisfies Record<RefileAdvice["kind"], { name: string; tone: Tone }>;

/** What the advice asks for before a row is ticked. */
export const REFILE_ADVICE_SENTENCES = {
  "again-since": "CBP changed the rule since these were filed: they can be filed again as they are.",
  "once-unchanged": "CBP said that these may pass when they are filed again once, unchanged.",
  "after-fix": "Tick a row once its remedy is done. A row that is filed again without it comes back.",
  "whole-file": "CBP refused the upload as a whole. Mend the file, then file its entries again.",
  unknown: "Find out what CBP means before you file these again, and note it here for everybody.",
  wait: "The rule that kept these out still stands for them.",
  no: "CAPE does not take these. What is left, if anything, is said under Fix.",
} as const satisfies Record<RefileAdvice["kind"], string>;

/** Why a row that CBP dropped cannot be ticked. */
export const REFILE_OBSTACLE_WORDS = {
  "given-up": "Not pursued",
  "nothing-to-refile": "Not to be filed again",
  "not-in-books": "No file shows this entry: import its ES-003 first",
  "declared-again": "On another declaration",
  "not-for-cape": "Not in a lane of CAPE today",
  "lines-gone":
    "A later ES-003 lacks its IEEPA rows: CBP may have taken it on another claim. Look in ACE first",
  "importer-unknown": "Its importer is not known, or files disagree on it",
} as const;

/** How sure the meaning of a message is. */
export const MESSAGE_CONFIDENCE_WORDS = {
  primary: "CBP's own text",
  relayed: "CBP, quoted by others",
  reported: "Reported by the trade",
  unconfirmed: "Unconfirmed",
} as const satisfies Record<CapeMessage["confidence"], string>;

export const REJECTED_EXPORT_HEADINGS = [
  ...[
    "Entry number",
    "Importer number",
    "Claim number",
    "Filed by",
    "CBP's words",
    "Meaning",
    "Fix",
    "Up to",
  ],
  ...["State", "Lane today", "Last day of CAPE", "Refundable USD"],
] as const;
