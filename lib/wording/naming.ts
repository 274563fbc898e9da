import type { ExportDayBasis, GivenMappingProblem, MappingBasis, ReportConfidence } from "@/lib/domain";

import { describeGivenProblem } from "./mapping-problems";

type NamingProblem =
  | { readonly kind: "not-found" | "not-waiting" | "other-columns" }
  | { readonly kind: "unusable"; readonly problems: readonly GivenMappingProblem[] };

/** Why the columns of a file cannot be named, or not like this. */
export function describeNamingProblem(problem: NamingProblem): string {
  switch (problem.kind) {
    case "not-found":
      return "This file, or what was said of it, is not there any more.";
    case "not-waiting":
      return "This file is in the books as it was read. Undo the import first.";
    case "other-columns":
      return "The file shows other columns now. Load the page again.";
    case "unusable":
      return problem.problems.map(describeGivenProblem).join(" ");
  }
}

export const describeDateProblem = ({ kind }: { readonly kind: "not-found" | "after-today" }): string =>
  kind === "after-today" ? "The day lies ahead: no report was made on it yet." : "This import is not there.";

/** How sure the program is of what a file is. */
export const CONFIDENCE_WORDS = {
  certain: { word: "Recognised", tone: "done" },
  likely: { word: "Most likely", tone: "caution" },
} as const satisfies Record<ReportConfidence, { readonly word: string; readonly tone: "done" | "caution" }>;

/** Who said what the columns are. @param on - the day on which somebody named them, in words */
export const BASIS_SENTENCES = {
  recognised: () => "The columns were read by the words of their headings.",
  given: (on) => `Read as you named the columns${on === null ? "" : ` on ${on}`}.`,
  learned: (on) =>
    on === null
      ? "Read as you named the columns of an earlier file; that was forgotten since, and this file stays as it was read."
      : `Read as you named the columns on ${on}, because the headings are the same.`,
} as const satisfies Record<MappingBasis, (on: string | null) => string>;

/** Where the day of a report is known from. */
export const EXPORT_DAY_WORDS = {
  title: "as its title says",
  footer: "as its last lines say",
  "file-name": "as its file name says",
  said: "as you said",
} as const satisfies Record<ExportDayBasis, string>;
