import { type Day, day } from "../day";
import type { Citation } from "./citation";

/** Where CBP shows it: the upload of a file, one entry of a claim, or ACE around them. */
export type CapeMessageLevel = "file" | "entry" | "system";

/**
 * whole-file: upload again once mended. after-fix: a new declaration when the remedy is done. if-rule-changed: CBP
 * changed the rule since, file again. once-unchanged: file again as it is, once. no: nothing more to do in CAPE.
 */
export type Refile = "whole-file" | "after-fix" | "if-rule-changed" | "once-unchanged" | "no";

export type CapeMessage = {
  readonly level: CapeMessageLevel;
  /** CBP's words, or ours where only the rule is known. */
  readonly message: string;
  /** Normalised words that identify it; null where the wording was never seen. */
  readonly match: string | null;
  /** Days on which CBP used it; a retired message stays, because old rejections keep their words. */
  readonly since: Day;
  readonly until: Day | null;
  readonly meaning: string;
  readonly remedy: string;
  /** Who mends it. */
  readonly owner: "filer" | "broker" | "counsel" | "wait";
  readonly refile: Refile;
  /** From this day CBP takes what it dropped with these words before. */
  readonly againSince?: Day;
  /** primary: CBP's own text was read. relayed, reported: quoted by others. unconfirmed: wording or rule uncertain. */
  readonly confidence: "primary" | "relayed" | "reported" | "unconfirmed";
  readonly source: Citation;
};

/** CBP's messages are plain text without codes; lists of codes on refund sites match nothing CBP published. */
const MESSAGES = [
  {
    level: "file",
    message: "Not a CSV file",
    match: "NOT A CSV FILE",
    since: day("2026-04-20"),
    until: null,
    meaning: "The upload is not a .csv file.",
    remedy: "Save as CSV (comma delimited) and upload again.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "Upload file cannot be empty",
    match: "UPLOAD FILE CANNOT BE EMPTY",
    since: day("2026-04-20"),
    until: null,
    meaning: "No entry number follows the header.",
    remedy: "Add entry numbers.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "Upload file cannot exceed 10,000 entries",
    match: "CANNOT EXCEED 10 000 ENTRIES",
    since: day("2026-04-20"),
    until: null,
    meaning: "Too many rows; the guide counts 10,000, and the FAQ and CSMS 68340863 say 9,999 entries.",
    remedy: "Split at 9,999 entries.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide; CSMS 68340863",
      published: "Apr 2026, guide relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "Header title row cannot be missing",
    match: "HEADER TITLE ROW CANNOT BE MISSING",
    since: day("2026-04-20"),
    until: null,
    meaning: "Row 1 is not the header Entry Number.",
    remedy: "Put Entry Number in row 1.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "File is larger than 1 MB",
    match: null,
    since: day("2026-04-20"),
    until: null,
    meaning: "The upload is larger than 1 MB.",
    remedy: "Remove everything but the one column of entry numbers.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "Failed initial validation",
    match: "FAILED INITIAL VALIDATION",
    since: day("2026-04-20"),
    until: null,
    meaning:
      "Umbrella for file-level format failures: an entry number is not 11 alphanumeric characters or its filer code is not the account's.",
    remedy: "Correct every number and upload the whole file again.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "file",
    message: "Rejected by batch validation",
    match: "REJECTED BY BATCH VALIDATION",
    since: day("2026-04-20"),
    until: null,
    meaning: "An entry is not in ACE or is not the account's or is already on an accepted declaration.",
    remedy: "Read the Validation Result File and correct those rows.",
    owner: "filer",
    refile: "whole-file",
    confidence: "relayed",
    source: {
      law: "CBP, CAPE Declarations quick reference guide",
      published: "Apr 2026, relayed by trade guides",
    },
  },
  {
    level: "entry",
    message: "ENTRY ON DRAWBACK",
    match: "ENTRY ON DRAWBACK",
    since: day("2026-04-20"),
    until: null,
    meaning: "The entry is designated on a drawback claim.",
    remedy: "Not refundable through CAPE; take advice on drawback and court routes.",
    owner: "counsel",
    refile: "no",
    confidence: "relayed",
    source: { law: "CBP, IEEPA duty refunds FAQ", published: "Apr 2026, relayed by capeportalguide.com" },
  },
  {
    level: "entry",
    message: "ENTRY SUMMARY FLAGGED FOR RECON",
    match: "ENTRY SUMMARY FLAGGED FOR RECON",
    since: day("2026-04-20"),
    until: null,
    meaning:
      "Flagged for reconciliation; since 2026-06-29 types 01 02 06 with no type 09 on file are accepted.",
    remedy: "Types 01 02 06 without a type 09: file again. Otherwise wait for a later phase.",
    owner: "filer",
    refile: "if-rule-changed",
    againSince: day("2026-06-29"),
    confidence: "primary",
    source: { law: "CSMS 69035485", published: "CBP, 23 Jun 2026" },
  },
  {
    level: "entry",
    message: "ENTRY SUMMARY IS CANCELLED/REJECTED",
    match: "ENTRY SUMMARY IS CANCELLED REJECTED",
    since: day("2026-04-20"),
    until: null,
    meaning: "The entry summary is not in Accepted status.",
    remedy: "Have the entry summary accepted in ACE and then file again.",
    owner: "broker",
    refile: "after-fix",
    confidence: "relayed",
    source: { law: "CBP, IEEPA duty refunds FAQ", published: "Apr 2026, relayed by capeportalguide.com" },
  },
  {
    level: "entry",
    message: "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS",
    match: "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS",
    since: day("2026-04-20"),
    until: null,
    meaning: "Liquidated or reliquidated more than 80 days before filing.",
    remedy: "Up to 180 days after liquidation: protest. Later: court route.",
    owner: "counsel",
    refile: "no",
    confidence: "relayed",
    source: { law: "CBP, IEEPA duty refunds FAQ", published: "Apr 2026, relayed by capeportalguide.com" },
  },
  {
    level: "entry",
    message: "ENTRY TYPE NOT ALLOWED",
    match: "ENTRY TYPE NOT ALLOWED",
    since: day("2026-04-20"),
    until: null,
    meaning: "Entry type 08 09 47 and since 2026-07-07 also 21 and 22.",
    remedy: "Warehouse entries: file the withdrawals (31 32 34 38). Others: wait for a later phase.",
    owner: "filer",
    refile: "no",
    confidence: "relayed",
    source: { law: "CSMS 69127837", published: "CBP, effective 7 Jul 2026, relayed" },
  },
  {
    level: "entry",
    message: "PROTEST ON ENTRY",
    match: "PROTEST ON ENTRY",
    since: day("2026-04-20"),
    until: null,
    meaning: "An open or suspended protest covers the entry.",
    remedy:
      "If the protest is only about IEEPA duty and liquidation is 80 days old or less counsel may advise withdrawal and then filing.",
    owner: "counsel",
    refile: "after-fix",
    confidence: "relayed",
    source: { law: "CBP entry validation", published: "trade reports; rule relayed by wssa.blog" },
  },
  {
    level: "entry",
    message: "STATEMENT PROCESSING NOT COMPLETE",
    match: "STATEMENT PROCESSING NOT COMPLETE",
    since: day("2026-04-20"),
    until: null,
    meaning: "The statement that pays the duty is not marked PAID.",
    remedy: "Wait until the statement is PAID and file again.",
    owner: "wait",
    refile: "after-fix",
    confidence: "reported",
    source: { law: "CBP entry validation", published: "reported by icpainc.org" },
  },
  {
    level: "entry",
    message: "UNABLE TO CALCULATE DUTY",
    match: "UNABLE TO CALCULATE DUTY",
    since: day("2026-04-20"),
    until: null,
    meaning: "CBP could not recalculate the line without IEEPA duty.",
    remedy:
      "File again once unchanged; if it returns check HTS numbers and dates and correct by PSC (reason H99) where the window is open.",
    owner: "broker",
    refile: "once-unchanged",
    confidence: "relayed",
    source: { law: "CBP reply to NCBFAA", published: "relayed by rimlogistics.com" },
  },
  {
    level: "entry",
    message: "GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1-97",
    match: "GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1 97",
    since: day("2026-04-20"),
    until: day("2026-06-25"),
    meaning: "Value was reported on the Chapter 99 number; CBP removed this check.",
    remedy: "File again.",
    owner: "filer",
    refile: "if-rule-changed",
    againSince: day("2026-06-25"),
    confidence: "primary",
    source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
  },
  {
    level: "entry",
    message: "GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE",
    match: "GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE",
    since: day("2026-04-20"),
    until: day("2026-06-25"),
    meaning: "Older wording of the same removed check.",
    remedy: "File again.",
    owner: "filer",
    refile: "if-rule-changed",
    againSince: day("2026-06-25"),
    confidence: "relayed",
    source: { law: "CBP entry validation", published: "older wording quoted by NCBFAA" },
  },
  {
    level: "entry",
    message: "HTS RELATIONSHIP/SEQUENCE MISMATCH",
    match: "HTS RELATIONSHIP SEQUENCE MISMATCH",
    since: day("2026-04-20"),
    until: day("2026-06-25"),
    meaning: "Retired; narrowed and split into INVALID HTS and HTS RELATIONSHIP MISMATCH.",
    remedy: "File again.",
    owner: "filer",
    refile: "if-rule-changed",
    againSince: day("2026-06-25"),
    confidence: "primary",
    source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
  },
  {
    level: "entry",
    message: "INVALID HTS",
    match: "INVALID HTS",
    since: day("2026-06-25"),
    until: null,
    meaning: "The HTS number is outside its begin and end dates on the line's date.",
    remedy: "Correct by PSC and file a new declaration.",
    owner: "broker",
    refile: "after-fix",
    confidence: "primary",
    source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
  },
  {
    level: "entry",
    message: "HTS RELATIONSHIP MISMATCH",
    match: "HTS RELATIONSHIP MISMATCH",
    since: day("2026-06-25"),
    until: null,
    meaning: "An HTS number that needs a partner number lacks it.",
    remedy: "Add the partner by PSC and file a new declaration.",
    owner: "broker",
    refile: "after-fix",
    confidence: "primary",
    source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
  },
  {
    level: "entry",
    message: "NO IEEPA HTS ON ENTRY",
    match: "NO IEEPA HTS ON ENTRY",
    since: day("2026-04-20"),
    until: null,
    meaning: "No Chapter 99 IEEPA number on the entry (for example only 9903.03 or 301 or 232).",
    remedy: "Nothing to claim.",
    owner: "filer",
    refile: "no",
    confidence: "unconfirmed",
    source: { law: "CBP entry validation", published: "seen in a public claim-file parser" },
  },
  {
    level: "entry",
    message: "ENTRY SUMMARY UNDER REVIEW",
    match: "ENTRY SUMMARY UNDER REVIEW",
    since: day("2026-04-20"),
    until: null,
    meaning: "Reported by one vendor; CBP says entries under review are accepted and paid later.",
    remedy: "Wait and file again.",
    owner: "wait",
    refile: "after-fix",
    confidence: "unconfirmed",
    source: { law: "CBP entry validation", published: "reported by one refund vendor" },
  },
  {
    level: "entry",
    message: "Entry is not in ACE",
    match: "NOT IN ACE",
    since: day("2026-04-20"),
    until: null,
    meaning: "Mistyped number or an entry never filed in ACE (for example mail).",
    remedy: "Check the number against the 7501.",
    owner: "filer",
    refile: "after-fix",
    confidence: "unconfirmed",
    source: { law: "CBP batch validation", published: "rule relayed, wording unconfirmed" },
  },
  {
    level: "entry",
    message: "Entry is on an accepted declaration",
    match: "DUPLICATE",
    since: day("2026-04-20"),
    until: null,
    meaning: "The entry is already claimed.",
    remedy: "Remove it.",
    owner: "filer",
    refile: "no",
    confidence: "unconfirmed",
    source: { law: "CBP batch validation", published: "rule relayed, wording unconfirmed" },
  },
  {
    level: "system",
    message: "UNCATEGORIZED EXCEPTION OCCURRED DURING JMS PROCESSING",
    match: "UNCATEGORIZED EXCEPTION OCCURRED DURING JMS PROCESSING",
    since: day("2026-04-20"),
    until: null,
    meaning: "ACE upload queue overloaded; nothing was filed.",
    remedy: "Try again after 30 to 60 minutes.",
    owner: "wait",
    refile: "whole-file",
    confidence: "reported",
    source: { law: "ACE system message", published: "reported by trade guides" },
  },
  {
    level: "system",
    message: "DUPLICATE TAX ID",
    match: "DUPLICATE TAX ID",
    since: day("2026-04-20"),
    until: null,
    meaning: "ACE account set-up fault of launch week.",
    remedy: "Call the ACE help desk.",
    owner: "filer",
    refile: "after-fix",
    confidence: "reported",
    source: { law: "ACE account message", published: "trade reports, Apr 2026" },
  },
  {
    level: "system",
    message: "864 PSC NOT ALLOWED - REFUND REQUESTED",
    match: "PSC NOT ALLOWED REFUND REQUESTED",
    since: day("2026-04-20"),
    until: null,
    meaning: "ABI reject of a PSC because a CAPE refund is in process.",
    remedy: "No PSC until the entry liquidates.",
    owner: "wait",
    refile: "no",
    confidence: "relayed",
    source: { law: "ACE CATAIR error dictionary, 864", published: "V44, relayed" },
  },
] as const satisfies readonly CapeMessage[];

export const CAPE_MESSAGES: readonly CapeMessage[] = MESSAGES;

/** The messages on one entry of a claim, by their text. */
export type EntryMessage = Extract<(typeof MESSAGES)[number], { readonly level: "entry" }>["message"];

const BY_TEXT: ReadonlyMap<string, CapeMessage> = new Map(CAPE_MESSAGES.map((row) => [row.message, row]));

/** The row of a message, by its text in the table; null for a text that is not in it. */
export const capeMessageOf = (message: string): CapeMessage | null => BY_TEXT.get(message) ?? null;

/** True on the days on which CBP used the message, both ends included: on the day of a change, the old and the new one. */
export const isMessageInUse = ({ since, until }: CapeMessage, on: Day): boolean =>
  since <= on && (until === null || on <= until);

/** Upper case, everything but letters and digits to one space: how messages are compared. */
export const normaliseCapeText = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, " ")
    .trim();

/**
 * The known message in CBP's text: the one whose words are the longest run found in it, whole words only.
 * Null for unknown texts, which are kept and shown as they are.
 */
export function matchCapeMessage(text: string): CapeMessage | null {
  const found = ` ${normaliseCapeText(text)} `;
  const known = CAPE_MESSAGES.filter(({ match }) => match !== null && found.includes(` ${match} `));
  const longestFirst = known.toSorted((a, b) => (b.match?.length ?? 0) - (a.match?.length ?? 0));
  return longestFirst[0] ?? null;
}
