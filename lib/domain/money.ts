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

/** USD, exact. */
export const addUsd = (a: Usd, b: Usd): Usd => a.plus(b) as Usd;

/** USD, exact. */
export const subtractUsd = (a: Usd, b: Usd): Usd => a.minus(b) as Usd;

/** USD, exact; zero for an empty list. */
export const sumUsd = (amounts: Iterable<Usd>): Usd => {
  let total = ZERO_USD;
  for (const amount of amounts) total = addUsd(total, amount);
  return total;
};

/** Whole cents, half up. Called once, on the figure shown or filed; never between steps. */
export const toCents = (amount: Usd): Usd => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP) as Usd;

/** Two decimals, minus sign, no separators: the exchange form, not the form people read. */
export const usdText = (amount: Usd): string => {
  const text = toCents(amount).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
};
