import { IEEPA_WINDOW, type Day } from "@/lib/domain";

import { countOf, formatCount } from "./count";

export const LETTER_KINDS = ["es003", "duty-data", "form-4811"] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_WORDS = {
  es003: {
    title: "Request for an ES-003 report",
    note: "The report that shows every tariff number with its own duty, with the columns your books still lack.",
  },
  "duty-data": {
    title: "Request for duty data",
    note: "For the entries of which a fact is missing, or only a range of the refund is known.",
  },
  "form-4811": {
    title: "Question on CBP Form 4811",
    note: "Who is paid: a refund goes to another party only when a Form 4811 is on file and its number stands in box 28.",
  },
} as const satisfies Record<LetterKind, { title: string; note: string }>;

export type LetterFacts = {
  /** Whose desk the letter leaves. */
  readonly organization: string;
  readonly today: Day;
  readonly importerName: string;
  readonly importerNumber: string;
  readonly filerCode: string;
  readonly entries: number;
  readonly firstEntered: Day | null;
  readonly lastEntered: Day | null;
  /** Columns that the imported files lack. */
  readonly missingColumns: readonly string[];
  /** Entries that wait for a fact, each with what is missing. */
  readonly open: readonly { readonly number: string; readonly missing: string }[];
  /** How many there are in all. */
  readonly openCount: number;
};

/** Letters to a broker, filled from the books, to be read and changed before they are sent. */
const LETTERS = {
  es003: (facts) => [
    ...opening(facts, "IEEPA duty refunds: ACE report ES-003"),
    `please run the ACE report ES-003, Entry Summary Line Tariff Details, for importer of record ${facts.importerNumber}, filer code ${facts.filerCode}, entry dates ${IEEPA_WINDOW.from} through ${IEEPA_WINDOW.until}: the days of entry on which IEEPA duty was collected.`,
    "",
    "Please keep its 27 default columns and add:",
    ...["Liquidation Date", "Liquidation Status", "Protest Number", "Protest Status"].map(bullet),
    ...facts.missingColumns.filter((name) => !/liquidation|protest/i.test(name)).map(bullet),
    "",
    "Without the liquidation columns nobody can tell the entries that CAPE takes (not liquidated, or liquidated no more than 80 days ago: CSMS 68340863) from those that need a protest within 180 days of liquidation (19 U.S.C. 1514(c)(3)).",
    "",
    "Two requests on the file itself: send it as ACE saves it (.xlsx or .csv), without opening and saving it in Excel, which drops leading zeros of entry numbers; and tell us the day on which you ran it. A report run after CBP has accepted a CAPE claim may no longer show the IEEPA numbers.",
    "",
    filed(facts),
    ...closing(facts),
  ],
  "duty-data": (facts) => [
    ...opening(facts, "IEEPA duty refunds: entries of which a fact is missing"),
    facts.openCount === 0
      ? `of ${countOf(facts.entries, "entry", "entries")} that you filed for importer of record ${facts.importerNumber}, none waits for a fact at the moment. This letter is not needed.`
      : `for ${countOf(facts.openCount, "entry", "entries")} that you filed under ${facts.filerCode} for importer of record ${facts.importerNumber} our reports lack a fact on which the way to the refund, or its amount, depends.`,
    "",
    "Please send for each of them the entry summary (CBP Form 7501) as CBP accepted it, or its lines in a table: line number, every tariff number of the line in its order, the entered value, and the duty paid on each number.",
    "",
    "Duty must not be summed over several numbers: each Chapter 99 number bears its own duty, and only the duty on IEEPA numbers (9903.01.xx, 9903.02.xx) comes back.",
    "",
    ...facts.open.map(({ number, missing }) => bullet(`${number}: ${missing}`)),
    ...(facts.openCount > facts.open.length
      ? [`and ${formatCount(facts.openCount - facts.open.length)} more, which we send as a list.`]
      : []),
    ...closing(facts),
  ],
  "form-4811": (facts) => [
    ...opening(facts, "IEEPA duty refunds: CBP Form 4811 and box 28"),
    "CBP pays a refund electronically to the importer of record, unless another party was named: then it pays that party, when both of these hold (CSMS 67648307): a CBP Form 4811 for it is on file in the importer's ACE profile, and its number stands in box 28 of the entry summary (CBP Form 7501).",
    "",
    `For importer of record ${facts.importerNumber}, please tell us:`,
    bullet("Is any CBP Form 4811 on file? For which party, with which number, since when?"),
    bullet("On which entries does a number stand in box 28 of the 7501, and whose is it?"),
    bullet("If it is yours: do you intend to receive the refund, and how would it reach the importer?"),
    "",
    filed(facts),
    "",
    "Please change nothing at CBP before we have answered. We ask for no bank details, and send none.",
    ...closing(facts),
  ],
} as const satisfies Record<LetterKind, (facts: LetterFacts) => readonly string[]>;

export const letterText = (kind: LetterKind, facts: LetterFacts): string => LETTERS[kind](facts).join("\n");

const bullet = (text: string): string => `- ${text}`;

const opening = (facts: LetterFacts, subject: string): readonly string[] => [
  facts.today,
  "",
  `To the broker with filer code ${facts.filerCode}`,
  `From ${facts.organization}, for ${facts.importerName || "importer of record"} (${facts.importerNumber})`,
  "",
  `Subject: ${subject}`,
  "",
  "Dear colleagues,",
  "",
];

function filed({ filerCode, entries, firstEntered, lastEntered }: LetterFacts): string {
  const days =
    firstEntered === null || lastEntered === null ? "" : `, entered ${firstEntered} through ${lastEntered}`;
  return `Our books hold ${countOf(entries, "entry", "entries")} with your filer code ${filerCode}${days}. If you filed others for this importer, please include them.`;
}

const closing = ({ organization }: LetterFacts): readonly string[] => [
  "",
  "Please answer by [day]: the 80 days of CAPE and the 180 days of a protest run from the liquidation of each entry.",
  "",
  "With kind regards,",
  "[name]",
  organization,
];
