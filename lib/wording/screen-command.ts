import type { AsOfProblem, RateClass, SetAsideReason } from "@/lib/domain";
import type { FileRefusal } from "@/lib/files/file-refusal";
import { countOf, formatCount } from "./count";
import { formatUsd } from "./money";
import { describeRefusal } from "./refusals";
import { SET_ASIDE_WORDS } from "./set-aside";

/** Why the command `screen` cannot answer. */
export type ScreenProblem =
  | { readonly kind: "no-file" }
  /** @see parseArgs of Node, whose words `message` holds */
  | { readonly kind: "arguments-unclear"; readonly message: string }
  | { readonly kind: "no-calendar-day"; readonly found: string }
  | { readonly kind: "no-rate-class"; readonly found: string }
  | AsOfProblem
  | { readonly kind: "file-not-readable"; readonly file: string; readonly because: FileFault }
  | { readonly kind: "file-refused"; readonly file: string; readonly refusal: FileRefusal };

export type FileFault = "not-found" | "a-folder" | "no-permission" | "other";

const FAULT = {
  "not-found": "there is no such file",
  "a-folder": "it is a folder",
  "no-permission": "you have no permission to read it",
  other: "the system refuses it",
} as const satisfies Record<FileFault, string>;

const USAGE =
  "npm run --silent screen -- FILE... --as-of YYYY-MM-DD [--class corporation|other] [--claimed FILE] [--accept-repairs] [--json]";

/** One sentence for standard error. */
export function describeScreenProblem(problem: ScreenProblem): string {
  switch (problem.kind) {
    case "no-file":
      return `Name at least one file to screen: ${USAGE}`;
    case "arguments-unclear":
      return `${firstSentence(problem.message)}; write: ${USAGE}`;
    case "no-calendar-day":
      return `--as-of must be a calendar day written YYYY-MM-DD, and "${problem.found}" is none.`;
    case "no-rate-class":
      return `--class must be corporation or other, and "${problem.found}" is neither.`;
    case "as-of-before-cape":
      return `No rule covers ${problem.found}: the first day that can be screened is ${problem.firstCovered}, when CAPE opened.`;
    case "file-not-readable":
      return `${problem.file} cannot be read: ${FAULT[problem.because]}.`;
    case "file-refused":
      return `${problem.file} cannot be used: ${asOneSentence(describeRefusal(problem.refusal))}`;
  }
}

const firstSentence = (text: string): string => (/^.*?(?=\. |\n|\.?$)/.exec(text)?.[0] ?? text).trim();

/** Several sentences as one, parted by semicolons. Words in capitals, such as CSV, keep theirs. */
const asOneSentence = (text: string): string =>
  text.replaceAll(/\. ([A-Z])(?=[a-z ])/g, (_, letter: string) => `; ${letter.toLowerCase()}`);

/** `52 read = 50 used + 2 set aside (2 identical repeats)`. */
export function describeRows(
  rows: { readonly read: number; readonly used: number; readonly setAside: number },
  reasons: Readonly<Partial<Record<SetAsideReason, number>>>,
): string {
  const parts = (Object.entries(reasons) as [SetAsideReason, number][])
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => countOf(count, SET_ASIDE_WORDS[reason].one, SET_ASIDE_WORDS[reason].many));
  const why = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  return `${formatCount(rows.read)} read = ${formatCount(rows.used)} used + ${formatCount(rows.setAside)} set aside${why}`;
}

const CLASS_WORDS = {
  corporation: "at the rates for corporations",
  other: "at the rates for importers that are no corporations",
} as const satisfies Record<RateClass, string>;

/** @param given - null: nobody said which */
export const describeRateClass = (used: RateClass, given: RateClass | null): string =>
  given === null
    ? `${CLASS_WORDS[used]}, because --class was not given (--class other for all other importers)`
    : CLASS_WORDS[used];

/** Sentences that stand below the table, each where it has something to say. */
export const SCREEN_NOTES = {
  repaired: (file: string, row: number, column: string, original: string, repaired: string) =>
    `${file}, row ${formatCount(row)}, ${column}: ${original} is read as ${repaired}, because its check digit fits and --accept-repairs was given.`,
  unbounded: (entries: number) =>
    `${countOf(entries, "entry has", "entries have")} no upper bound, because a duty cell cannot be read; the upper end leaves ${entries === 1 ? "it" : "them"} out.`,
  notScreened: (amount: string) =>
    `IEEPA duty of ${formatUsd(amount)} stands on rows that belong to no entry, and is in no total.`,
  onlyClaimed: (entries: number) =>
    `${countOf(entries, "entry stands", "entries stand")} only in the claims file, and in no total.`,
  moreLikeThese: (problems: number) =>
    `${formatCount(problems)} more like ${problems === 1 ? "it" : "these"}.`,
  columnMissing: (file: string, column: string, why: string) => `${file} has no column ${column}: ${why}`,
  claimRowsSetAside: (rows: number) =>
    `${countOf(rows, "row of the claims file has", "rows of the claims file have")} no readable entry number and ${rows === 1 ? "is" : "are"} not used.`,
} as const;
