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
