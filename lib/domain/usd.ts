import Decimal from "decimal.js";

// A clone of our own: mixed arithmetic takes the left operand's settings, and the default keeps only 20 digits.
const UsDecimal = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** An exact amount of US dollars. Never a JavaScript number, which is wrong from 0.1 on. */
export type Usd = Decimal & { readonly __unit: "USD" };

/** Ten billion dollars: below it, sums of two amounts and the products of the checks are exact as integers. */
const WHOLE_CENTS_BELOW = 1_000_000_000_000;

// decimal.js keeps digits in words of seven, the first one holding the digit of value 10^e, as it documents.
const WORD = 10_000_000;
const WORD_DIGITS = 7;
const CENT_OF_WORD = 100_000;

/**
 * An amount of whole cents, as nearly all are: one integer, which is made, added and compared in a small part of the
 * time and memory that a Decimal takes, and a large file holds a million. It is a Decimal all the same: what decimal.js
 * asks of one (sign, exponent, words of digits) is put together from the cents whenever it is asked.
 */
class WholeCents {
  /** Less than `WHOLE_CENTS_BELOW` on either side of zero, and never negative zero. */
  readonly cents: number;

  constructor(cents: number) {
    this.cents = cents;
  }

  get s(): number {
    return this.cents < 0 ? -1 : 1;
  }

  get e(): number {
    return this.cents === 0 ? 0 : digitsOf(Math.abs(this.cents)) - 3;
  }

  get d(): readonly number[] {
    const size = Math.abs(this.cents);
    const whole = Math.floor(size / 100);
    const words = [Math.floor(whole / WORD), whole % WORD, (size % 100) * CENT_OF_WORD];
    const first = words.findIndex((word) => word !== 0);
    return first < 0 ? [0] : words.slice(first, words.findLastIndex((word) => word !== 0) + 1);
  }

  isZero(): boolean {
    return this.cents === 0;
  }

  isNegative(): boolean {
    return this.cents < 0;
  }

  decimalPlaces(): number {
    return this.cents % 100 === 0 ? 0 : this.cents % 10 === 0 ? 1 : 2;
  }

  /** @param places - not given: as many as it has */
  toFixed(places = this.decimalPlaces(), rounding: Decimal.Rounding = UsDecimal.rounding): string {
    if (places < this.decimalPlaces() || places > 2)
      return UsDecimal.prototype.toFixed.call(this, places, rounding);
    const digits = String(Math.abs(this.cents)).padStart(3, "0");
    const parts = places === 0 ? "" : `.${digits.slice(-2).slice(0, places)}`;
    return `${this.cents < 0 ? "-" : ""}${digits.slice(0, -2)}${parts}`;
  }
}
Object.setPrototypeOf(WholeCents.prototype, UsDecimal.prototype);
Object.defineProperty(WholeCents.prototype, "constructor", { value: UsDecimal });

/** How many digits a whole number above zero has. */
function digitsOf(whole: number): number {
  let digits = 1;
  for (let power = 10; power <= whole; power *= 10) digits++;
  return digits;
}

export const ZERO_USD = new WholeCents(0) as unknown as Usd;

/** @param cents - a safe integer, such as `wholeCentsOf` gives */
export function usdOfCents(cents: number): Usd {
  if (cents === 0) return ZERO_USD;
  if (cents < WHOLE_CENTS_BELOW && cents > -WHOLE_CENTS_BELOW) return new WholeCents(cents) as unknown as Usd;
  return new UsDecimal(cents).div(100) as Usd;
}

/** What decimal.js worked out, exact: in whole cents where it has them, and then never negative zero. */
export function usdOf(exact: Decimal): Usd {
  const cents = wholeCentsIn(exact);
  return cents === null ? (exact as Usd) : usdOfCents(cents);
}

/** @param amount - plain decimal text, such as "1234.50" or "-0.005"; anything else throws */
export function usd(amount: string): Usd {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new Error(`Not a plain decimal amount: "${amount}"`);
  return usdOf(new UsDecimal(amount));
}

/**
 * The amount as a whole number of cents: integers are exact and a hundred times as fast where a check runs for every
 * row of a large file. Null where the amount has parts of a cent, or is ten billion dollars or more: then count in Usd.
 */
export const wholeCentsOf = (amount: Usd): number | null =>
  amount instanceof WholeCents ? amount.cents : wholeCentsIn(amount);

function wholeCentsIn(exact: Decimal): number | null {
  if (exact.isZero()) return 0;
  const { d: words, e, s: sign } = exact;
  if (e > 9 || e < -WORD_DIGITS) return null;
  const wholeWords = Math.floor(e / WORD_DIGITS) + 1;
  if (words.length > wholeWords + 1) return null;
  let whole = 0;
  for (let at = 0; at < wholeWords; at++) whole = whole * WORD + (words[at] ?? 0);
  const parts = words[wholeWords] ?? 0;
  return parts % CENT_OF_WORD === 0 ? sign * (whole * 100 + parts / CENT_OF_WORD) : null;
}
