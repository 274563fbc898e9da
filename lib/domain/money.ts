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

// decimal.js keeps digits in words of seven, the first one holding the digit of value 10^e, as it documents.
const WORD = 10_000_000;
const WORD_DIGITS = 7;
const CENT_OF_WORD = 100_000;

/**
 * A Decimal from its parts. Its constructor first finds out what it was given, which takes ten times as long, and a
 * large file holds a million amounts.
 */
function decimalOf(sign: number, exponent: number, words: readonly number[]): Usd {
  const made = Object.create(UsDecimal.prototype) as Usd;
  const parts = made as unknown as DecimalParts;
  parts.constructor = UsDecimal;
  parts.s = sign;
  parts.e = exponent;
  parts.d = words;
  return made;
}
type DecimalParts = { constructor: unknown; s: number; e: number; d: readonly number[] };

/** @param cents - a safe integer, such as `wholeCentsOf` gives */
export function usdOfCents(cents: number): Usd {
  const size = Math.abs(cents);
  const parts = size % 100;
  const whole = (size - parts) / 100;
  if (size === 0) return ZERO_USD;
  const sign = cents < 0 ? -1 : 1;
  const after = parts * CENT_OF_WORD;
  if (whole === 0) return decimalOf(sign, parts < 10 ? -2 : -1, [after]);
  if (whole < WORD) return decimalOf(sign, digitsOf(whole) - 1, parts === 0 ? [whole] : [whole, after]);
  const low = whole % WORD;
  const high = (whole - low) / WORD;
  const exponent = WORD_DIGITS + digitsOf(high) - 1;
  if (parts !== 0) return decimalOf(sign, exponent, [high, low, after]);
  return decimalOf(sign, exponent, low === 0 ? [high] : [high, low]);
}

/** How many digits a whole number has, from 1 to 10,000,000. */
function digitsOf(whole: number): number {
  let digits = 1;
  for (let power = 10; power <= whole; power *= 10) digits++;
  return digits;
}

/** USD, exact. In whole cents where both have them, which is nearly always and takes a tenth of the time. */
export function addUsd(a: Usd, b: Usd): Usd {
  if (b.isZero()) return a;
  if (a.isZero()) return b;
  const [left, right] = [wholeCentsOf(a), wholeCentsOf(b)];
  return left === null || right === null ? (a.plus(b) as Usd) : usdOfCents(left + right);
}

/** USD, exact. */
export function subtractUsd(a: Usd, b: Usd): Usd {
  if (b.isZero()) return a;
  const [left, right] = [wholeCentsOf(a), wholeCentsOf(b)];
  return left === null || right === null ? (a.minus(b) as Usd) : usdOfCents(left - right);
}

/** Above zero where `a` is more than `b`, below zero where it is less; zero where they are equal. */
export function compareUsd(a: Usd, b: Usd): number {
  const [left, right] = [wholeCentsOf(a), wholeCentsOf(b)];
  return left === null || right === null ? a.comparedTo(b) : left - right;
}

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
  wholeCentsOf(amount) !== null || amount.decimalPlaces() <= 2
    ? amount
    : (amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) as Usd);

/**
 * The amount as a whole number of cents: integers are exact and a hundred times as fast where a check runs for every
 * row of a large file. Null where the amount has parts of a cent, or is ten billion dollars or more: then count in Usd.
 */
export function wholeCentsOf(amount: Usd): number | null {
  if (amount.isZero()) return 0;
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
