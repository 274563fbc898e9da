import { type CapeMessage, capeMessageOf } from "../law/cape-messages";

/** What can be found in a file that is meant for the upload. */
export type FileFindingKind =
  | ("not-csv" | "empty" | "too-large" | "too-many-entries")
  | ("heading-missing" | "heading-inexact" | "byte-order-mark" | "quotes" | "blank-row" | "extra-columns")
  | ("number-unreadable" | "number-decorated" | "check-digit" | "repeated" | "several-filers");

/** refused: CBP refuses the file for it. doubtful: nothing published allows it. note: CBP takes it, worth knowing. */
export type FindingWeight = "refused" | "doubtful" | "note";

type FindingRule = {
  readonly weight: FindingWeight;
  /** The message of CBP it leads to, as `law/cape-messages` holds it. */
  readonly message: string | null;
};

/**
 * CBP publishes the limits, the heading and the eleven characters; dashes are dropped before the length is tested.
 * Nothing is published on byte order marks, quotes, blank rows and further columns, so they are doubtful, never fine.
 */
const FILE_FINDINGS = {
  "not-csv": { weight: "refused", message: "Not a CSV file" },
  empty: { weight: "refused", message: "Upload file cannot be empty" },
  "too-large": { weight: "refused", message: "File is larger than 1 MB" },
  "too-many-entries": { weight: "refused", message: "Upload file cannot exceed 10,000 entries" },
  "heading-missing": { weight: "refused", message: "Header title row cannot be missing" },
  "number-unreadable": { weight: "refused", message: "Failed initial validation" },
  repeated: { weight: "refused", message: "Rejected by batch validation" },
  "heading-inexact": { weight: "doubtful", message: "Header title row cannot be missing" },
  "byte-order-mark": { weight: "doubtful", message: "Header title row cannot be missing" },
  quotes: { weight: "doubtful", message: null },
  "blank-row": { weight: "doubtful", message: null },
  "extra-columns": { weight: "doubtful", message: null },
  "check-digit": { weight: "doubtful", message: "Entry is not in ACE" },
  "number-decorated": { weight: "note", message: null },
  "several-filers": { weight: "note", message: "Failed initial validation" },
} as const satisfies Record<FileFindingKind, FindingRule>;

/** What was found, and where: row numbers of the file, none when it concerns the file as a whole. */
export type FileFinding = {
  readonly kind: FileFindingKind;
  readonly weight: FindingWeight;
  /** What CBP would say; null where CBP has published no message for it. */
  readonly message: CapeMessage | null;
  readonly rows: readonly number[];
};

export function toFileFinding(kind: FileFindingKind, rows: readonly number[]): FileFinding {
  const { weight, message } = FILE_FINDINGS[kind];
  return { kind, weight, message: message === null ? null : capeMessageOf(message), rows };
}

const WEIGHTS: readonly FindingWeight[] = ["refused", "doubtful", "note"];

export const heaviestFirst = (a: FileFinding, b: FileFinding): number =>
  WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight);
