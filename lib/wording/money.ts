/** The exchange form: plain decimal text, `-1234.50`, as `usdText` writes it. */
const EXCHANGE = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** A real minus sign: a hyphen is narrower than a figure and is easily overlooked. */
const MINUS = "\u2212";

const group = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ",");

/**
 * `1,234,567.00`: dollars and cents with separators, never abbreviated, never rounded.
 * @param amount - exchange form with at most two decimals; more would be rounding here, which the domain has done
 */
export function formatUsd(amount: string): string {
  const [, sign, whole, cents] = EXCHANGE.exec(amount) ?? [];
  if (whole === undefined) throw new Error(`Not an amount in exchange form: "${amount}"`);
  return `${sign === "-" ? MINUS : ""}${group(whole)}.${(cents ?? "").padEnd(2, "0")}`;
}

/** As {@link formatUsd}; null stays null, for figures that are not known. */
export const formatUsdOrNull = (amount: string | null): string | null =>
  amount === null ? null : formatUsd(amount);

/** A figure that is certain, or the range it lies in. A range without an upper end says so. */
export function formatUsdRange(min: string, max: string | null): string {
  if (max === null) return `${formatUsd(min)} or more`;
  return min === max ? formatUsd(min) : `${formatUsd(min)} to ${formatUsd(max)}`;
}
