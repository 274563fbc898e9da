import type { ReasonKind } from "../eligibility/reasons";
import type { Lane } from "../eligibility/verdict";
import { type EntryNumber, hasFittingCheckDigit, parseEntryNumber } from "../identifiers";
import type { Citation } from "../law/citation";
import type { NonEmpty } from "../result";

/** What papers are attached as. */
export const DOCUMENT_KINDS = [
  "entry-summary",
  "commercial-invoice",
  "duty-payment",
  "protest",
  "broker-letter",
  "cbp-notice",
  "other",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What of an entry decides which papers a claim on it usually needs. */
export type PapersNeededFor = {
  readonly lane: Lane;
  readonly reasons: readonly ReasonKind[];
  /** Only a range of its refund is known. */
  readonly rangeOnly: boolean;
  /** A person answered or settled something that no file proves. */
  readonly answered: boolean;
};

/** Why a kind of paper is expected. */
type Expectation = {
  readonly kind: DocumentKind;
  readonly because: "every-claim" | "doubtful-rate" | "protest-named" | "persons-word";
  readonly law: NonEmpty<Citation>;
  readonly expects: (entry: PapersNeededFor) => boolean;
};

/** A paper that a claim like this usually needs. CAPE asks for none with the file; CBP may ask for five years. */
export type ExpectedDocument = Pick<Expectation, "kind" | "because" | "law">;

const RECORDS = {
  law: "19 U.S.C. 1508, 1509(a)(1)(A); 19 CFR 163.4(a)",
  published: "U.S. Code; eCFR",
} as const satisfies Citation;
const DEPOSIT = { law: "19 U.S.C. 1505(a) and (b)", published: "U.S. Code" } as const satisfies Citation;
const INVOICE = { law: "19 CFR 141.86", published: "eCFR" } as const satisfies Citation;
const PROTEST = {
  law: "19 U.S.C. 1514(c)(1); 19 CFR 174.13",
  published: "U.S. Code; eCFR",
} as const satisfies Citation;

const RATE_DOUBTS: readonly ReasonKind[] = [
  "rate-mismatch",
  "split-not-15-percent",
  "wrong-period",
  "duty-on-exemption-number",
  "ieepa-number-unknown",
];
const PROTESTS: readonly ReasonKind[] = ["protest-open", "protest-only-about-ieepa", "protest-decided"];

const EXPECTATIONS: readonly Expectation[] = [
  { kind: "entry-summary", because: "every-claim", law: [RECORDS], expects: () => true },
  { kind: "duty-payment", because: "every-claim", law: [DEPOSIT, RECORDS], expects: () => true },
  {
    kind: "commercial-invoice",
    because: "doubtful-rate",
    law: [INVOICE, RECORDS],
    expects: ({ rangeOnly, reasons }) => rangeOnly || reasons.some((kind) => RATE_DOUBTS.includes(kind)),
  },
  {
    kind: "protest",
    because: "protest-named",
    law: [PROTEST],
    expects: ({ reasons }) => reasons.some((kind) => PROTESTS.includes(kind)),
  },
  { kind: "broker-letter", because: "persons-word", law: [RECORDS], expects: ({ answered }) => answered },
];

/**
 * The papers that a claim on this entry usually needs, so that the list of those attached can say what is missing. It is
 * advice and blocks nothing. Empty for an entry with nothing to claim.
 */
export const expectedDocuments = (entry: PapersNeededFor): readonly ExpectedDocument[] =>
  entry.lane === "not-ieepa"
    ? []
    : EXPECTATIONS.filter(({ expects }) => expects(entry)).map(({ kind, because, law }) => ({
        ...{ kind, because, law },
      }));

/**
 * Every entry number that a file's name spells, with or without hyphens: brokers name their 7501s so. Only numbers whose
 * check digit fits, because ten digits in a name may be anything.
 */
export function entryNumbersIn(fileName: string): readonly EntryNumber[] {
  const found = fileName.toUpperCase().matchAll(/(?<![A-Z0-9])[A-Z0-9]{3}[- ]?\d{7}[- ]?\d(?![A-Z0-9])/g);
  const numbers = [...found].flatMap(([text]) => {
    const parsed = parseEntryNumber(text);
    return parsed.ok && hasFittingCheckDigit(parsed.value) ? [parsed.value] : [];
  });
  return [...new Set(numbers)];
}
