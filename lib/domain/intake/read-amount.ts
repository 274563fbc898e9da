import { type Usd, usd, usdOfCents, ZERO_USD } from "../money";
import { cellText } from "./raw-row";

export type AmountReading =
  | { readonly kind: "amount"; readonly amount: Usd }
  | { readonly kind: "blank" }
  | { readonly kind: "unreadable" };

const UNREADABLE: AmountReading = { kind: "unreadable" };
const BLANK: AmountReading = { kind: "blank" };
const ZERO: AmountReading = { kind: "amount", amount: ZERO_USD };

// More digits than any amount has, fewer than the 40 that Usd keeps.
const DIGITS_MAX = 30;
const AMOUNT =
  /^(?<sign1>-)? ?\$? ?(?<open>\()? ?\$? ?(?<sign2>-)? ?(?<whole>\d{1,3}(?:,\d{3})+|\d+)?(?<cents>\.\d+)? ?(?<trailing>-)? ?(?<close>\))?$/;

/**
 * Reads an amount of US dollars, exact, all decimals kept. `(5.00)`, `-5.00` and `5.00-` are negative; `FREE` and a
 * lone dash are zero. What could mean two amounts (`1.234,50`, `5 CR`, `12,34`) is unreadable, never guessed.
 */
export function readAmount(cell: string): AmountReading {
  if (cell === "") return BLANK;
  const plain = plainCentsOf(cell);
  if (plain !== null) return plain === 0 ? ZERO : { kind: "amount", amount: usdOfCents(plain) };
  const text = cellText(cell).replaceAll(/[\u2010-\u2015\u2212]/g, "-");
  if (text === "") return BLANK;
  if (/^free$/i.test(text)) return ZERO;
  if (/^\$? ?- ?$/.test(text)) return ZERO;
  const parts = AMOUNT.exec(text)?.groups;
  if (parts === undefined) return UNREADABLE;
  const { sign1, sign2, trailing, open, close, whole, cents } = parts;
  if ((open === undefined) !== (close === undefined)) return UNREADABLE;
  const minuses = [sign1, sign2, trailing, open].filter((mark) => mark !== undefined).length;
  const digits = `${(whole ?? "0").replaceAll(",", "")}${cents ?? ""}`;
  const hasDigits = whole !== undefined || cents !== undefined;
  if (!hasDigits || minuses > 1 || digits.length > DIGITS_MAX) return UNREADABLE;
  return amountOf(minuses === 1 ? `-${digits}` : digits);
}

/**
 * What nearly every cell holds, `$1,234.50`, `1234.5` or `0`, in whole cents; null for any other text, which may be an
 * amount all the same. Read character by character: a large file holds a million amounts and hardly two alike.
 */
export function plainCentsOf(cell: string): number | null {
  let at = cell.startsWith("$") ? 1 : 0;
  let [whole, digits, sinceComma] = [0, 0, -1];
  for (; at < cell.length && cell.charCodeAt(at) !== POINT; at++) {
    const code = cell.charCodeAt(at);
    if (isDigit(code)) {
      whole = whole * 10 + code - DIGIT_ZERO;
      digits++;
      if (sinceComma >= 0) sinceComma++;
    } else {
      const mayStandHere = sinceComma < 0 ? digits > 0 && digits <= 3 : sinceComma === 3;
      if (code !== COMMA || !mayStandHere) return null;
      sinceComma = 0;
    }
  }
  if (digits === 0 || digits > PLAIN_DIGITS_MAX || (sinceComma >= 0 && sinceComma !== 3)) return null;
  const cents = at === cell.length ? 0 : centsAfter(cell, at);
  return cents === null ? null : whole * 100 + cents;
}

/** The one or two digits after the point, as cents. */
function centsAfter(cell: string, point: number): number | null {
  const tenths = cell.charCodeAt(point + 1);
  if (cell.length === point + 2 && isDigit(tenths)) return (tenths - DIGIT_ZERO) * 10;
  const hundredths = cell.charCodeAt(point + 2);
  if (cell.length !== point + 3 || !isDigit(tenths) || !isDigit(hundredths)) return null;
  return (tenths - DIGIT_ZERO) * 10 + hundredths - DIGIT_ZERO;
}

const PLAIN_DIGITS_MAX = 9;
const [DIGIT_ZERO, COMMA, POINT] = [48, 44, 46];
const isDigit = (code: number): boolean => code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9;

function amountOf(digits: string): AmountReading {
  const amount = usd(digits);
  return amount.isZero() ? ZERO : { kind: "amount", amount };
}
