import { type Usd, usdOfCents, wholeCentsOf } from "../money";
import type { Growth } from "./growth";

/** What one cent earns, as the nearest JavaScript number: off by one part in 2^53 at most. */
export type NearFactor = number & { readonly __unit: "nearly what one cent earns" };

/** One part in 2^53 for the factor and one for its product with the cents, doubled to be on the safe side. */
const ERROR_OF_PRODUCT = 2 ** -51;
/** Up to here a JavaScript number still tells quarters of a cent apart. */
const PRODUCT_BELOW = 2 ** 50;

export const toNearFactor = (growth: Growth, factorDecimals: number | null): NearFactor => {
  const factor = growth.minus(1);
  const used = factorDecimals === null ? factor : factor.toDecimalPlaces(factorDecimals);
  return used.toNumber() as NearFactor;
};

/**
 * Interest in whole cents, half up: the same cents as `toCents` of the product with the full factor, which costs thirty
 * times as much. The number only finds out on which side of half a cent the product lies. Null where it lies so close
 * that the error of the number could decide, and where the principal has parts of a cent: then multiply in full.
 */
export function centsBy(factor: NearFactor, principal: Usd): Usd | null {
  const cents = wholeCentsOf(principal);
  if (cents === null || cents < 0 || factor < 0) return null;
  const product = cents * factor;
  if (product >= PRODUCT_BELOW) return null;
  const below = Math.floor(product);
  const beyondHalf = product - below - 0.5;
  if (Math.abs(beyondHalf) <= product * ERROR_OF_PRODUCT) return null;
  return usdOfCents(beyondHalf > 0 ? below + 1 : below);
}
