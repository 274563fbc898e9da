import { type Usd, usd, wholeCentsOf } from "../money";
import type { Growth } from "./growth";

/** What one cent earns, as a whole number of parts of a cent: 0.0682503… is 68250300000000000 of them. */
export type ScaledFactor = bigint & { readonly __unit: "parts of a cent" };

const DECIMALS = 18;
const PARTS = 10n ** 18n;

export const toScaledFactor = (growth: Growth, factorDecimals: number | null): ScaledFactor => {
  const factor = growth.minus(1);
  const used = factorDecimals === null ? factor : factor.toDecimalPlaces(factorDecimals);
  return BigInt(used.toFixed(DECIMALS).replace(".", "")) as ScaledFactor;
};

/**
 * Interest in whole cents, half up: the same cents as `toCents` of the product with the full factor, which costs ten
 * times as much. Null where the parts cut off the factor could decide the rounding, and where the principal has parts
 * of a cent: then multiply in full.
 */
export function centsBy(factor: ScaledFactor, principal: Usd): Usd | null {
  const cents = wholeCentsOf(principal);
  if (cents === null || cents < 0 || factor < 0n) return null;
  const size = BigInt(cents);
  const product = size * factor;
  const rest = product % PARTS;
  // The factor is off by half a part at most, so the product is off by less than one part for each cent.
  const distance = 2n * rest - PARTS;
  if (distance > -2n * size && distance < 2n * size) return null;
  const rounded = (product - rest) / PARTS + (distance >= 0n ? 1n : 0n);
  const text = rounded.toString().padStart(3, "0");
  return usd(`${text.slice(0, -2)}.${text.slice(-2)}`);
}
