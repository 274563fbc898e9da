import { type Usd, usd, ZERO_USD } from "../money";
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
  const amount = usd(digits);
  if (amount.isZero()) return ZERO;
  return { kind: "amount", amount: minuses === 1 ? usd(`-${digits}`) : amount };
}
