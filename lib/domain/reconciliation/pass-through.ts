import { type Usd, usdOfCents, wholeCentsOf } from "../money";
import { err, isNonEmpty, type NonEmpty, ok, type Result } from "../result";

/** How much of a refund goes to a customer, in proportion to all weights: a share, a value of goods, a number of pieces. */
export type CustomerWeight = {
  readonly customer: string;
  /** Whole millionths of the unit in which the weights were given, so that they are exact. */
  readonly millionths: bigint;
};

export type CustomerShare = {
  readonly customer: string;
  /** USD, whole cents. */
  readonly amount: Usd;
};

export type WeightProblem =
  | { readonly kind: "no-weights" }
  | { readonly kind: "line-unreadable"; readonly line: number; readonly found: string }
  | { readonly kind: "customer-twice"; readonly line: number; readonly found: string }
  | { readonly kind: "too-many-customers"; readonly max: number }
  | { readonly kind: "all-zero" };

/** More are a price list, not a pass-through. */
export const CUSTOMERS_MAX = 2_000;

const LINE = /^(?<customer>.*\S)\s*[,;\t]\s*(?<whole>\d{1,12})(?:\.(?<parts>\d{1,6}))?\s*%?$/;
const MILLIONTHS = 6;

/** Reads lines such as `Northwind Retail, 62.5`: a customer, then a weight. Blank lines and a heading line are passed over. */
export function readWeights(text: string): Result<NonEmpty<CustomerWeight>, WeightProblem> {
  const weights = new Map<string, CustomerWeight>();
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const found = raw.trim();
    if (found === "" || (index === 0 && /^\W*customer\b.*\b(?:weight|share)\W*$/i.test(found))) continue;
    const { customer, whole, parts = "" } = LINE.exec(found)?.groups ?? {};
    if (customer === undefined || whole === undefined)
      return err({ kind: "line-unreadable", line: index + 1, found });
    const name = customer.replace(/^"(.*)"$/, "$1").trim();
    if (weights.has(name)) return err({ kind: "customer-twice", line: index + 1, found: name });
    weights.set(name, { customer: name, millionths: BigInt(whole + parts.padEnd(MILLIONTHS, "0")) });
  }
  const list = [...weights.values()];
  if (!isNonEmpty(list)) return err({ kind: "no-weights" });
  if (list.length > CUSTOMERS_MAX) return err({ kind: "too-many-customers", max: CUSTOMERS_MAX });
  return list.every(({ millionths }) => millionths === 0n) ? err({ kind: "all-zero" }) : ok(list);
}

/**
 * Divides an amount so that the shares add up to it to the cent: everybody gets the whole cents of their part, and the
 * cents left over go one by one to the largest remainders, among equal ones to whoever stands first.
 * @param amount - USD, whole cents, zero or more
 */
export function divideByWeights(amount: Usd, weights: NonEmpty<CustomerWeight>): readonly CustomerShare[] {
  const cents = wholeCentsOf(amount);
  if (cents === null || cents < 0) throw new Error(`Not an amount that can be divided: ${amount.toFixed()}`);
  const total = weights.reduce((sum, { millionths }) => sum + millionths, 0n);
  if (total === 0n) throw new Error("Weights that are all zero divide nothing");
  const parts = weights.map(({ customer, millionths }, index) => {
    const product = BigInt(cents) * millionths;
    return { customer, index, whole: product / total, remainder: product % total };
  });
  const given = parts.reduce((sum, { whole }) => sum + whole, 0n);
  const left = BigInt(cents) - given;
  const inLine = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const extra = new Set(inLine.filter((_, place) => BigInt(place) < left).map(({ index }) => index));
  return parts.map(({ customer, whole, index }) => ({
    customer,
    amount: usdOfCents(centsOf(whole) + (extra.has(index) ? 1 : 0)),
  }));
}

/** A share is never more than the amount it is part of, whose cents are a safe integer. */
const centsOf = (whole: bigint): number =>
  whole
    .toString()
    .split("")
    .reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 48, 0);
