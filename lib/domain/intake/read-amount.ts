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
/** What nearly every cell holds: `$1,234.50`, `1234.5`, `0`. */
const PLAIN_AMOUNT = /^\$?(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,2})?$/;
const AMOUNT =
  /^(?<sign1>-)? ?\$? ?(?<open>\()? ?\$? ?(?<sign2>-)? ?(?<whole>\d{1,3}(?:,\d{3})+|\d+)?(?<cents>\.\d+)? ?(?<trailing>-)? ?(?<close>\))?$/;

/**
 * Reads an amount of US dollars, exact, all decimals kept. `(5.00)`, `-5.00` and `5.00-` are negative; `FREE` and a
 * lone dash are zero. What could mean two amounts (`1.234,50`, `5 CR`, `12,34`) is unreadable, never guessed.
 */
export function readAmount(cell: string): AmountReading {
  if (PLAIN_AMOUNT.test(cell)) return plainAmount(cell);
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

/** Counted in cents, digit by digit: a large file holds a million amounts and hardly two alike. */
function plainAmount(cell: string): AmountReading {
  let [cents, decimals] = [0, -1];
  for (let at = 0; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - DIGIT_ZERO;
    if (cell[at] === ".") decimals = 0;
    if (digit < 0 || digit > 9) continue;
    cents = cents * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  const amount = decimals < 1 ? cents * 100 : decimals === 1 ? cents * 10 : cents;
  return amount === 0 ? ZERO : { kind: "amount", amount: usdOfCents(amount) };
}

const DIGIT_ZERO = 48;

function amountOf(digits: string): AmountReading {
  const amount = usd(digits);
  return amount.isZero() ? ZERO : { kind: "amount", amount };
}
