import type { Day } from "../day";
import type { AssumedFact } from "../eligibility/facts-of-a-world";
import { FORESEEN, FORESEEN_WHILE_MISSING } from "../eligibility/foreseen-messages";
import { confidenceOfWording, weakest } from "../eligibility/foretell";
import type { PredictedOutcome } from "../eligibility/predicted-outcome";
import type { Confidence } from "../eligibility/verdict";
import type { EntryNumber } from "../identifiers";
import { CAPE_MESSAGES, type CapeMessage, isMessageInUse } from "../law/cape-messages";
import { DECLARATION_LIMITS } from "../law/declaration-limits";
import { declarationBytes } from "./build-declarations";
import { checkDeclarationFile } from "./check-file";
import { type FilingRight, rightRefusal } from "./filing-right";

/** An entry of the file, as its last screening foretells CBP's answer. */
export type PreflightEntry = {
  readonly number: EntryNumber;
  readonly importerNumber: string | null;
  /** It stands on another live declaration or on a claim that was not refused. */
  readonly declaredElsewhere: boolean;
  /** Null where its screening foretold nothing yet. */
  readonly predicted: PredictedOutcome | null;
  /** Facts no file shows, taken as absent. */
  readonly assumed: readonly AssumedFact[];
};

/** cannot-tell: only CBP's books know, such as whether an entry is in ACE. */
export type PreflightState = "passes" | "fails" | "may-fail" | "cannot-tell";

/** One of CBP's checks, under the message it would send. */
export type PreflightCheck = {
  readonly message: CapeMessage;
  readonly state: PreflightState;
  /** How sure that is; null where it cannot be told. */
  readonly confidence: Confidence | null;
  /** The entries that fail or may fail it, in the order of the file. */
  readonly entries: readonly EntryNumber[];
};

/** CBP's two series, each in the order of its messages: the file as a whole first, then each entry. */
export type Preflight = {
  readonly file: readonly PreflightCheck[];
  readonly entry: readonly PreflightCheck[];
};

type PreflightFile = {
  readonly name: string;
  readonly entries: readonly PreflightEntry[];
};

/** Every check whose message CBP uses on the day, and what these files and entries would come to. */
export function preflight(files: readonly PreflightFile[], right: FilingRight | null, asOf: Day): Preflight {
  const inUse = CAPE_MESSAGES.filter((message) => isMessageInUse(message, asOf));
  const entries = files.flatMap((file) => file.entries);
  const found = files.map(findingsOf);
  return {
    file: inUse
      .filter(({ level }) => level === "file")
      .map((message) => withAccount(fileCheck(message, found), entries, right)),
    entry: inUse.filter(({ level }) => level === "entry").map((message) => entryCheck(message, entries)),
  };
}

/** The same check as for a file that somebody brings. */
function findingsOf({ name, entries }: PreflightFile) {
  const lines = [DECLARATION_LIMITS.header, ...entries.map(({ number }) => number)];
  const { findings } = checkDeclarationFile({
    name,
    bytes: declarationBytes(entries.length),
    byteOrderMark: false,
    quotes: false,
    rows: lines.map((line, index) => ({ row: index + 1, cells: [line] })),
  });
  // Row 1 is the heading.
  return findings.map((finding) => ({
    ...finding,
    entries: finding.rows.flatMap((row) => entries[row - 2]?.number ?? []),
  }));
}

function fileCheck(message: CapeMessage, files: readonly ReturnType<typeof findingsOf>[]): PreflightCheck {
  const found = files.flat().filter((finding) => finding.message?.message === message.message);
  const refused = found.some(({ weight }) => weight === "refused");
  const doubtful = found.some(({ weight }) => weight === "doubtful");
  return {
    message,
    state: refused ? "fails" : doubtful ? "may-fail" : "passes",
    confidence: confidenceOfWording(message),
    entries: found.filter(({ weight }) => weight !== "note").flatMap(({ entries }) => entries),
  };
}

const ACCOUNT_CHECKS = {
  "Failed initial validation": "other-filer",
  "Rejected by batch validation": "other-importer",
} as const;

const isAccountCheck = (text: string): text is keyof typeof ACCOUNT_CHECKS => text in ACCOUNT_CHECKS;

/**
 * Two checks look at more than the file: initial validation at the filer code of the account, batch validation at its
 * importer, at earlier declarations, and at whether ACE knows the entry, which nobody outside CBP can tell.
 */
function withAccount(
  check: PreflightCheck,
  entries: readonly PreflightEntry[],
  right: FilingRight | null,
): PreflightCheck {
  const { message } = check.message;
  if (!isAccountCheck(message)) return check;
  const isBatch = message === "Rejected by batch validation";
  const refused = entries.filter(
    (entry) =>
      (isBatch && entry.declaredElsewhere) ||
      (right !== null && rightRefusal(right, entry) === ACCOUNT_CHECKS[message]),
  );
  if (refused.length > 0)
    return { ...check, state: "fails", entries: [...check.entries, ...refused.map(({ number }) => number)] };
  if (check.state === "passes" && (isBatch || right === null))
    return { ...check, state: "cannot-tell", confidence: null };
  return check;
}

const FORETOLD: ReadonlySet<string> = new Set(
  [...Object.values(FORESEEN), ...Object.values(FORESEEN_WHILE_MISSING)].flatMap(
    (foreseen): readonly string[] => foreseen?.messages ?? [],
  ),
);

/** What CBP would send if the fact were there that no file shows: passing is then attested, not computed. */
function messagesAssumedAway(fact: AssumedFact): readonly string[] {
  if (fact === "type-09-on-file") return FORESEEN_WHILE_MISSING.reconciliationFlagged.messages;
  if (fact === "filed-outside-ace") return FORESEEN_WHILE_MISSING.checkDigit.messages;
  return FORESEEN_WHILE_MISSING[fact]?.messages ?? [];
}

function entryCheck(message: CapeMessage, entries: readonly PreflightEntry[]): PreflightCheck {
  const named = entries.flatMap(({ number, predicted }) => {
    if (predicted === null || predicted.kind === "accepted") return [];
    const found = predicted.messages.find((each) => each.message === message.message);
    return found === undefined ? [] : [{ number, kind: predicted.kind, confidence: found.confidence }];
  });
  const [first] = named;
  const numbers = named.map(({ number }) => number);
  if (first !== undefined) {
    const state = named.some(({ kind }) => kind === "rejected") ? "fails" : "may-fail";
    return {
      message,
      state,
      confidence: weakest(named.map(({ confidence }) => confidence)),
      entries: numbers,
    };
  }
  const untold = entries.some(
    ({ predicted, assumed }) =>
      predicted === null || assumed.some((fact) => messagesAssumedAway(fact).includes(message.message)),
  );
  if (untold || !FORETOLD.has(message.message))
    return { message, state: "cannot-tell", confidence: null, entries: [] };
  return { message, state: "passes", confidence: "inferred", entries: [] };
}
