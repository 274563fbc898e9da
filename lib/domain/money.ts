import Decimal from "decimal.js";
import { type Usd, usdOf, usdOfCents, wholeCentsOf, ZERO_USD } from "./usd";

export { type Usd, usd, usdOfCents, wholeCentsOf, ZERO_USD } from "./usd";

/** USD, exact. In whole cents where both have them, which is nearly always and takes a hundredth of the time. */
export function addUsd(a: Usd, b: Usd): Usd {
  const left = wholeCentsOf(a);
  const right = wholeCentsOf(b);
  if (right === 0) return a;
  if (left === 0) return b;
  return left === null || right === null ? usdOf(a.plus(b)) : usdOfCents(left + right);
}

/** USD, exact. */
export function subtractUsd(a: Usd, b: Usd): Usd {
  const left = wholeCentsOf(a);
  const right = wholeCentsOf(b);
  if (right === 0) return a;
  return left === null || right === null ? usdOf(a.minus(b)) : usdOfCents(left - right);
}

/** Above zero where `a` is more than `b`, below zero where it is less; zero where they are equal. */
export function compareUsd(a: Usd, b: Usd): number {
  const left = wholeCentsOf(a);
  const right = wholeCentsOf(b);
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
export function toCents(amount: Usd): Usd {
  const cents = wholeCentsOf(amount);
  if (cents !== null) return usdOfCents(cents);
  return amount.decimalPlaces() <= 2 ? amount : usdOf(amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

/** Two decimals, minus sign, no separators: the exchange form, not the form people read. */
export const usdText = (amount: Usd): string => {
  const text = toCents(amount).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
};
