import {
  type Authority,
  chapter99CodeOf,
  type Chapter99Row,
  CHAPTER_99_PROGRAMS,
  filerCodeOf,
  formatEntryNumber,
  hasFittingCheckDigit,
  lookUpChapter99,
  parseEntryNumber,
  parseHtsNumber,
  rowsOfChapter99,
  withFittingCheckDigit,
} from "@/lib/domain";

/** What a Chapter 99 number means for a refund. */
export type RefundMeaning =
  "comes-back" | "comes-back-less-ordinary-duty" | "no-money" | "stays" | "not-read";

type CodeRow = {
  readonly program: string;
  /** "20" means 20 % of the value; null: not read. */
  readonly ratePercent: string | null;
  readonly origins: string | null;
  readonly from: Chapter99Row["from"];
  readonly until: Chapter99Row["until"];
  readonly meaning: RefundMeaning;
  readonly source: string;
};

/** What a question names that is answered from data and not from text. */
export type Understood =
  | {
      readonly kind: "entry-number";
      /** `XXX-NNNNNNN-C`. */
      readonly number: string;
      readonly filer: string;
      /** The number with the digit that fits; null: its own does. */
      readonly fitting: string | null;
    }
  | { readonly kind: "damaged-entry-number"; readonly found: string; readonly proposals: readonly string[] }
  | { readonly kind: "chapter-99"; readonly code: string; readonly rows: readonly CodeRow[] }
  /** In no table: its authority follows from its prefix alone; null: not even that. An IEEPA one does not exist. */
  | { readonly kind: "unlisted-chapter-99"; readonly code: string; readonly authority: Authority | null }
  | { readonly kind: "commodity-number"; readonly number: string };

const ENTRY_NUMBER = /(?<![0-9A-Z])[0-9A-Z]{3}[\s\p{Pd}]?\d{7}[\s\p{Pd}]?\d(?![0-9A-Z])/giu;
const SHORT_NUMBER = /(?<![0-9A-Z.\p{Pd}])(?!99)\d{9,10}(?![0-9A-Z.\p{Pd}])/giu;
const CHAPTER_99 = /(?<![\d.])99\d\d\.?\d\d\.?\d\d(?:\.?\d\d)?(?![\d.]\d)/g;
const DOTTED_NUMBER = /(?<![\d.])(?!99)\d{4}\.\d\d\.\d\d(?:\.?\d\d)?(?![\d.]\d)/g;

/** Importer, claim and account numbers, and whatever else is as long. */
const LONG_NUMBER = /(?<![0-9A-Z])[0-9A-Z]*\d(?:[\s\p{Pd}]?[0-9A-Z]*\d){7,}[0-9A-Z]*/giu;

/** The question with every entry number taken out: what is searched for, and what an address may keep. */
export const withoutEntryNumbers = (question: string): string =>
  question.replaceAll(ENTRY_NUMBER, " ").replaceAll(SHORT_NUMBER, " ").trim();

/** The question with every long number masked: what may leave this machine, if anything may. */
export const masked = (question: string): string =>
  question.replaceAll(ENTRY_NUMBER, "[number]").replaceAll(LONG_NUMBER, "[number]");

/** Everything in a question that is answered from data, each once. */
export function understand(question: string): readonly Understood[] {
  const found = [
    ...matches(question, ENTRY_NUMBER).flatMap(entryNumber),
    ...matches(question, SHORT_NUMBER).flatMap(shortNumber),
    ...matches(question, CHAPTER_99).flatMap(chapter99),
    ...matches(question, DOTTED_NUMBER).map((number): Understood => ({ kind: "commodity-number", number })),
  ];
  return found;
}

const matches = (question: string, pattern: RegExp): readonly string[] => [
  ...new Set([...question.matchAll(pattern)].map(([text]) => text)),
];

function entryNumber(text: string): readonly Understood[] {
  const read = parseEntryNumber(text);
  if (!read.ok) return [];
  return [
    {
      kind: "entry-number",
      number: formatEntryNumber(read.value),
      filer: filerCodeOf(read.value),
      fitting: hasFittingCheckDigit(read.value) ? null : formatEntryNumber(withFittingCheckDigit(read.value)),
    },
  ];
}

function shortNumber(text: string): readonly Understood[] {
  const read = parseEntryNumber(text);
  if (read.ok || read.problem.kind === "entry-number-missing") return [];
  return [
    {
      kind: "damaged-entry-number",
      found: text,
      proposals: read.problem.proposals.map(formatEntryNumber),
    },
  ];
}

function chapter99(text: string): readonly Understood[] {
  const hts = parseHtsNumber(text);
  const code = hts === null ? null : chapter99CodeOf(hts);
  if (code === null) return [];
  const rows = rowsOfChapter99(code);
  if (rows.length > 0) return [{ kind: "chapter-99", code, rows: rows.map(toCodeRow) }];
  return [
    { kind: "unlisted-chapter-99", code, authority: lookUpChapter99(code, null, null)?.authority ?? null },
  ];
}

const toCodeRow = (row: Chapter99Row): CodeRow => ({
  program: CHAPTER_99_PROGRAMS[row.program].name,
  ratePercent: row.ratePercent,
  origins: row.origins,
  from: row.from,
  until: row.until,
  meaning: meaningOf(row),
  source: row.source,
});

function meaningOf({ program, kind, includesColumn1 }: Chapter99Row): RefundMeaning {
  if (CHAPTER_99_PROGRAMS[program].authority !== "IEEPA") return "stays";
  if (kind === null) return "not-read";
  if (kind === "EXEMPTION") return "no-money";
  return includesColumn1 === true ? "comes-back-less-ordinary-duty" : "comes-back";
}
