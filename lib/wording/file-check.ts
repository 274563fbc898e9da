import type { FileCheck, FileFindingKind, FindingWeight } from "@/lib/domain";
import type { LaneTone } from "./lanes";

type FindingWords = {
  readonly name: string;
  /** Why it matters and what to do. */
  readonly advice: string;
};

export const FILE_FINDING_WORDS = {
  "not-csv": {
    name: "The name does not end in .csv",
    advice: "CBP takes .csv only. Download the clean file below.",
  },
  empty: { name: "No entry number follows the heading", advice: "Add the entry numbers, one on a line." },
  "too-large": {
    name: "The file has 1,000,000 bytes or more",
    advice: "Only other columns or blank rows make it so large. The clean file has the numbers only.",
  },
  "too-many-entries": {
    name: "More than 9,999 entry numbers",
    advice:
      "CBP's message says 10,000 because it counts the heading. The clean files below hold 9,999 at most.",
  },
  "heading-missing": {
    name: "The first row is not “Entry Number”",
    advice: "CBP reads the first row as the heading; an entry number there would be lost.",
  },
  "heading-inexact": {
    name: "The heading is written another way, or not in the first row",
    advice:
      "CBP's template says “Entry Number” in the first cell. Nothing published allows another spelling.",
  },
  "byte-order-mark": {
    name: "The file begins with a byte order mark",
    advice:
      "“CSV UTF-8” of Excel writes it. It may hide the heading from CBP. Save as “CSV (Comma delimited)”.",
  },
  quotes: { name: "There are quotes in it", advice: "CBP has published nothing on quotes. Leave them out." },
  "blank-row": { name: "Blank rows", advice: "CBP has published nothing on blank rows. Leave them out." },
  "extra-columns": {
    name: "More than one column",
    advice: "CBP wants entry numbers only: no type, date, port or amount.",
  },
  "number-unreadable": {
    name: "Not an entry number",
    advice:
      "An entry number is three letters or digits and eight digits. One bad row fails the whole file: correct or remove it.",
  },
  "number-decorated": {
    name: "Dashes, blanks or small letters",
    advice: "CBP drops them before it counts eleven characters. The clean file is without.",
  },
  "check-digit": {
    name: "The check digit does not fit",
    advice: "Mostly a typing error, then CBP finds no such entry. Compare the number with the CBP Form 7501.",
  },
  repeated: { name: "The same number again", advice: "A number may stand in a declaration once." },
  "several-filers": {
    name: "Entries of several filers",
    advice:
      "An importer's account declares its own entries, whoever filed them; a broker's account only those with its filer code.",
  },
} as const satisfies Record<FileFindingKind, FindingWords>;

type WeightWords = { readonly name: string; readonly tone: LaneTone };

export const FINDING_WEIGHT_WORDS = {
  refused: { name: "CBP refuses it", tone: "blocked" },
  doubtful: { name: "Doubtful", tone: "caution" },
  note: { name: "Note", tone: "neutral" },
} as const satisfies Record<FindingWeight, WeightWords>;

type VerdictWords = { readonly title: string; readonly meaning: string; readonly tone: LaneTone };

export const FILE_VERDICT_WORDS = {
  refused: {
    title: "CBP would refuse this file as it is",
    meaning: "Each reason is below, in CBP's words where it has published any.",
    tone: "blocked",
  },
  doubtful: {
    title: "CBP may refuse this file",
    meaning:
      "Nothing CBP has published allows what is below, and nothing forbids it. The clean file avoids it.",
    tone: "caution",
  },
  fits: {
    title: "The form of this file is right",
    meaning:
      "CBP's second check looks into its own books: whether each entry is in ACE, is yours, and is on no accepted declaration.",
    tone: "ready",
  },
} as const satisfies Record<FileCheck["asItIs"], VerdictWords>;
