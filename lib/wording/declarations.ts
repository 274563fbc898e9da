import type { CandidateRefusal } from "@/lib/domain";

type RefusalWords = {
  readonly reason: string;
  readonly nextStep: string;
};

/** Why an entry of a CAPE lane stays out of the files. */
export const CANDIDATE_REFUSAL_WORDS = {
  "already-declared": {
    reason: "On a live declaration already",
    nextStep: "Nothing: CBP rejects an entry that is declared twice. Withdraw the other draft to free it.",
  },
  "importer-unknown": {
    reason: "Importer not known, or the files disagree on it",
    nextStep: "Import a file with the importer number, or settle which one is right.",
  },
  repeated: { reason: "Stands in the file once already", nextStep: "Nothing." },
} as const satisfies Record<CandidateRefusal, RefusalWords>;

/** Why no draft was written. */
export const CREATE_PROBLEM_SENTENCES = {
  "nothing-to-declare": "No entry can go in any more; load the page anew to see why.",
  "declared-meanwhile":
    "Somebody put one of these entries on another declaration a moment ago. Load the page anew.",
  "accepted-meanwhile":
    "A file of CBP says that it accepted one of these entries: sent again it comes back as a duplicate. Load the page anew.",
} as const;
