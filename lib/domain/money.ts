import Decimal from "decimal.js";

// A clone of our own: mixed arithmetic takes the left operand's settings, and the default keeps only 20 digits.
const UsDecimal = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** An exact amount of US dollars. Never a JavaScript number, which is wrong from 0.1 on. */
export type Usd = Decimal & { readonly __unit: "USD" };

/** @param amount - plain decimal text, such as "1234.50" or "-0.005"; anything else throws */
export function usd(amount: string): Usd {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new Error(`Not a plain decimal amount: "${amount}"`);
  return new UsDecimal(amount) as Usd;
}

export const ZERO_USD: Usd = usd("0");

const WORD = 10_000_000;
const WORD_DIGITS = 7;
const CENT_OF_WORD = 100_000;

/** @param cents - a safe integer, such as `wholeCentsOf` gives */
export function usdOfCents(cents: number): Usd {
  const parts = cents % 100;
  const whole = (cents - parts) / 100;
  if (parts !== 0 && (whole === 0 || Math.abs(whole) >= WORD)) return new UsDecimal(cents).div(100) as Usd;
  const amount = new UsDecimal(whole) as Usd;
  // The cents become its second word, because text is read four times as slowly: see `wholeCentsOf` for words.
  if (parts !== 0) amount.d.push(Math.abs(parts) * CENT_OF_WORD);
  return amount;
}

/** USD, exact. */
export const addUsd = (a: Usd, b: Usd): Usd => {
  if (b.isZero()) return a;
  return a.isZero() ? b : (a.plus(b) as Usd);
};

/** USD, exact. */
export const subtractUsd = (a: Usd, b: Usd): Usd => (b.isZero() ? a : (a.minus(b) as Usd));

/** False for zero and for no amount. Comparing with zero would make a Decimal of it first, for every row of a file. */
export function isAboveZero(amount: Usd): boolean;
export function isAboveZero(amount: Usd | null | undefined): amount is Usd;
export function isAboveZero(amount: Usd | null | undefined): boolean {
  return amount != null && !amount.isNegative() && !amount.isZero();
}

/** False for zero, whatever its sign, and for no amount. */
export function isBelowZero(amount: Usd): boolean;
export function isBelowZero(amount: Usd | null | undefined): amount is Usd;
export function isBelowZero(amount: Usd | null | undefined): boolean {
  return amount != null && amount.isNegative() && !amount.isZero();
}

/** USD, exact; zero for an empty list. */
export const sumUsd = (amounts: Iterable<Usd>): Usd => {
  let total = ZERO_USD;
  for (const amount of amounts) total = addUsd(total, amount);
  return total;
};

/** Whole cents, half up. Called once, on the figure shown or filed; never between steps. */
export const toCents = (amount: Usd): Usd =>
  amount.decimalPlaces() <= 2 ? amount : (amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) as Usd);

/**
 * The amount as a whole number of cents: integers are exact and a hundred times as fast where a check runs for every
 * row of a large file. Null where the amount has parts of a cent, or is ten billion dollars or more: then count in Usd.
 */
export function wholeCentsOf(amount: Usd): number | null {
  if (amount.isZero()) return 0;
  // The digits in words of seven, the first one holding the digit of value 10^e, as decimal.js documents them.
  const { d: words, e, s: sign } = amount;
  if (e > 9 || e < -WORD_DIGITS) return null;
  const wholeWords = Math.floor(e / WORD_DIGITS) + 1;
  if (words.length > wholeWords + 1) return null;
  let whole = 0;
  for (let at = 0; at < wholeWords; at++) whole = whole * WORD + (words[at] ?? 0);
  const parts = words[wholeWords] ?? 0;
  return parts % CENT_OF_WORD === 0 ? sign * (whole * 100 + parts / CENT_OF_WORD) : null;
}

/** Two decimals, minus sign, no separators: the exchange form, not the form people read. */
export const usdText = (amount: Usd): string => {
  const text = toCents(amount).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
};
