import { err, ok, type Result } from "./result";

/** Eleven characters: filer code, seven digits, check digit; upper case, no hyphens. Always text. */
export type EntryNumber = string & { readonly __brand: "EntryNumber" };
/** The first three characters of an entry number: who filed it. */
export type FilerCode = string & { readonly __brand: "FilerCode" };
/** Eight or ten digits without dots: a Harmonized Tariff Schedule number. */
export type HtsNumber = string & { readonly __brand: "HtsNumber" };
/** `9903.01.24`: a subheading of HTS Chapter 99, eight digits with dots. */
export type Chapter99Code = string & { readonly __brand: "Chapter99Code" };

export type EntryNumberProblem =
  | { readonly kind: "entry-number-missing"; readonly found: string }
  /** Nine or ten digits that fit once leading zeros are put back. `proposals` are offered, never applied. */
  | {
      readonly kind: "entry-number-lost-zeros";
      readonly found: string;
      readonly proposals: readonly EntryNumber[];
    }
  /** Anything else; `proposals` may hold a reading whose check digit fits, and is mostly empty. */
  | {
      readonly kind: "entry-number-unreadable";
      readonly found: string;
      readonly proposals: readonly EntryNumber[];
    };

// ACE CATAIR Appendix E: any three letters or digits except 000, then eight digits.
const ENTRY_NUMBER = /^(?!000)[0-9A-Z]{3}\d{8}$/;
const WRAPPED_AS_EXCEL_TEXT = /^\s*=\s*"(.*)"\s*$/s;
const BLANKS_DASHES_QUOTES = /[\s\p{Zs}\p{Pd}\u2212\p{Pi}\p{Pf}"'`\u00b4]/gu;

/** Drops what spreadsheets and people add around a number. Only a-z is raised: other letters would turn into A-Z. */
function compactText(found: string): string {
  const unwrapped = WRAPPED_AS_EXCEL_TEXT.exec(found)?.[1] ?? found;
  return unwrapped
    .replaceAll(BLANKS_DASHES_QUOTES, "")
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The only cast to EntryNumber. */
const entryNumberIn = (compact: string): EntryNumber[] =>
  ENTRY_NUMBER.test(compact) ? [compact as EntryNumber] : [];

/**
 * Reads an entry number: filer code, seven digits, check digit (ACE CATAIR Appendix E). Blanks, dashes, quotes,
 * apostrophes and `="…"` are dropped and letters raised, without asking. A failing check digit still parses,
 * because CBP does not publish that CAPE tests it: ask `hasFittingCheckDigit`. Repairs are only ever proposed.
 */
export function parseEntryNumber(found: string): Result<EntryNumber, EntryNumberProblem> {
  const [plain] = entryNumberIn(found);
  if (plain !== undefined) return ok(plain);
  const compact = compactText(found);
  if (compact === "") return err({ kind: "entry-number-missing", found });
  const [number] = entryNumberIn(compact);
  if (number !== undefined) return ok(number);

  const padded = /^\d{9,10}$/.test(compact) ? fitting(compact.padStart(11, "0")) : [];
  if (padded.length > 0) {
    // Ten digits may as well have lost the check digit, and one in ten fits by luck: both are shown.
    return err({
      kind: "entry-number-lost-zeros",
      found,
      proposals: [...padded, ...withLostCheckDigit(compact)],
    });
  }
  const proposals = [...withLostCheckDigit(compact), ...withLettersReadAsDigits(compact)];
  return err({ kind: "entry-number-unreadable", found, proposals });
}

const fitting = (compact: string): EntryNumber[] => entryNumberIn(compact).filter(hasFittingCheckDigit);

const withLostCheckDigit = (compact: string): EntryNumber[] =>
  /^\d{10}$/.test(compact) ? fitting(compact + checkDigitFor(compact)) : [];

/** O typed for 0 and I for 1 after the filer code, which is the only part that may hold letters. */
function withLettersReadAsDigits(compact: string): EntryNumber[] {
  const rest = compact.slice(3);
  if (!/[OI]/.test(rest)) return [];
  return fitting(compact.slice(0, 3) + rest.replaceAll("O", "0").replaceAll("I", "1"));
}

/** A to I are 1 to 9, J to R are 1 to 9, S to Z are 2 to 9; a digit is itself. */
function digitValue(code: number): number {
  if (code <= 57) return code - 48;
  const letter = code - 65;
  return letter < 18 ? (letter % 9) + 1 : letter - 16;
}

/**
 * The check digit of an entry number (ACE CATAIR, AE Table 1): letters become digits, then Luhn, where the 2nd,
 * 4th … 10th digits are doubled.
 * @param first10 - filer code and seven digits, upper case; what follows is not looked at
 */
export function checkDigitFor(first10: string): string {
  if (!/^[0-9A-Z]{10}/.test(first10))
    throw new Error(`Not the first ten characters of a number: "${first10}"`);
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const value = digitValue(first10.charCodeAt(index)) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** True when the eleventh character is the one the first ten ask for. */
export const hasFittingCheckDigit = (number: EntryNumber): boolean => number[10] === checkDigitFor(number);

/** The same filer code and seven digits with the check digit that fits: a proposal, never a silent repair. */
export function withFittingCheckDigit(number: EntryNumber): EntryNumber {
  const first10 = number.slice(0, 10);
  return (first10 + checkDigitFor(first10)) as EntryNumber;
}

/** Who filed the entry: three letters or digits. */
export const filerCodeOf = (number: EntryNumber): FilerCode => number.slice(0, 3) as FilerCode;

/** `XXX-NNNNNNN-C`, as printed on the CBP Form 7501. Files and storage use the eleven characters. */
export const formatEntryNumber = (number: EntryNumber): string =>
  `${number.slice(0, 3)}-${number.slice(3, 10)}-${number.slice(10)}`;

/**
 * Reads a tariff number of eight or ten digits, with or without dots; null for anything else, headings of four
 * or six digits included. Nine digits have lost the zero of Chapters 01 to 09. Nine that begin with 99 are no
 * number (heading 0990 does not exist): more likely a Chapter 99 number that lost a digit, so money is at stake.
 */
export function parseHtsNumber(found: string): HtsNumber | null {
  const digits = compactText(found).replaceAll(".", "");
  if (/^(?!0|99)\d{9}$/.test(digits)) return `0${digits}` as HtsNumber;
  return /^(?!00)(\d{8}|\d{10})$/.test(digits) ? (digits as HtsNumber) : null;
}

/** The eight digits at which rates of duty are set; the last two of ten are statistical (19 U.S.C. 1484(f)). */
export const rateLineOf = (hts: HtsNumber): HtsNumber => hts.slice(0, 8) as HtsNumber;

/** The Chapter 99 code a tariff number stands for, such as `9903.01.24`; null for Chapters 1 to 98. */
export const chapter99CodeOf = (hts: HtsNumber): Chapter99Code | null =>
  hts.startsWith("99") ? chapter99Code(`${hts.slice(0, 4)}.${hts.slice(4, 6)}.${hts.slice(6, 8)}`) : null;

/** For codes we wrote ourselves, such as rows of law; throws on any other text. Cells go through `parseHtsNumber`. */
export function chapter99Code(text: string): Chapter99Code {
  if (!/^99\d\d\.\d\d\.\d\d$/.test(text)) throw new Error(`Not a Chapter 99 code: "${text}"`);
  return text as Chapter99Code;
}
