import type { Attestation, CandidateRefusal, FilingRight } from "@/lib/domain";

import { formatInstant } from "./day";
import { listOf } from "./facts";

/** A draft has no file yet; a frozen one has, and waits for its upload. */
export type DeclarationState = "draft" | "frozen" | "filed" | "withdrawn";

export const DECLARATION_STATE_NAMES = {
  draft: "Draft",
  frozen: "Frozen, not filed",
  filed: "Filed",
  withdrawn: "Withdrawn",
} as const satisfies Record<DeclarationState, string>;

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
  "claim-unanswered": {
    reason: "On a claim filed elsewhere, not answered by CBP",
    nextStep: "Wait for CBP's answer: an entry that is accepted there is rejected here as a duplicate.",
  },
  "other-importer": {
    reason: "Not an importer of record of this organization",
    nextStep:
      "An importer's account files its own entries only. The importer, or the broker that filed them, must file; if the number is yours, add it in the settings.",
  },
  "other-filer": {
    reason: "Filed under another filer code",
    nextStep:
      "A broker's account files only entries it filed. The importer, or the broker with this filer code, must file; if the code is yours, add it in the settings.",
  },
  repeated: { reason: "Stands in the file once already", nextStep: "Nothing." },
} as const satisfies Record<CandidateRefusal, RefusalWords>;

/** What an organization said of itself: "a broker with the filer codes ZZX and 987". */
export const describeRight = (right: FilingRight): string =>
  right.role === "importer"
    ? `an importer with the IOR ${right.importerNumbers.length === 1 ? "number" : "numbers"} ${listOf(right.importerNumbers)}`
    : `a broker with the filer ${right.filerCodes.length === 1 ? "code" : "codes"} ${listOf(right.filerCodes)}`;

/** "Ada Byron, 2026-11-22 15:04 UTC", with what was attested where it was kept, and what was written beside it. */
export const attestationText = ({ name, at, note }: Attestation): string =>
  `${name}, ${formatInstant(at)}${note === "" ? "" : `: ${note}`}`;

/** Whose file it is, where one word must do. */
export const importerText = (of: {
  readonly importerName: string;
  readonly importerNumber: string | null;
}): string => of.importerName || (of.importerNumber ?? "Several importers");

/** Why no draft was written; `by`: the declarations that took entries first, where they can still be told. */
type CreateProblemToTell =
  | { readonly kind: "nothing-to-declare" | "changed-meanwhile" | "accepted-meanwhile" }
  | {
      readonly kind: "declared-meanwhile";
      readonly by: readonly { readonly fileName: string; readonly builtBy: string }[];
    };

export function describeCreateProblem(problem: CreateProblemToTell): string {
  switch (problem.kind) {
    case "nothing-to-declare":
      return "No entry can go in any more; load the page anew to see why.";
    case "changed-meanwhile":
      return "Nothing was built: an import, a screening or a setting changed what goes in since this page was made. Load it anew.";
    case "accepted-meanwhile":
      return "A file of CBP says that it accepted one of these entries: sent again it comes back as a duplicate. Load the page anew.";
    case "declared-meanwhile":
      return `Nothing was built. Entries you chose were put on another declaration meanwhile${holdersIn(problem.by)}. Load the page anew to build what is left.`;
  }
}

const holdersIn = (by: readonly { readonly fileName: string; readonly builtBy: string }[]): string =>
  by.length === 0
    ? ""
    : `: ${by.map(({ fileName, builtBy }) => `${fileName}, built by ${builtBy}`).join("; ")}`;
