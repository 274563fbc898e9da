/**
 * Duty in whole cents, on safe integers: the same to the cent as the arithmetic on Usd, for what runs on every row of a
 * large file. Null where a number grows too large to be exact: then the caller counts in Usd.
 */

/** "7.5" is 75 of `scale` 10. */
type Percent = { readonly digits: number; readonly scale: number };

const DIGITS_MAX = 9;
/** The decimal point, counted as the digits are. */
const POINT = ".".charCodeAt(0) - 48;

/** Ordinary rates have two decimals at most, such as 16.75 %. */
export const PERCENT_DECIMALS_MAX = 2;

/** @param percent - plain decimal text, not negative */
function percentIn(percent: string): Percent | null {
  if (percent.length > DIGITS_MAX) return null;
  let digits = 0;
  let scale = 1;
  let decimals = false;
  for (let at = 0; at < percent.length; at++) {
    const digit = percent.charCodeAt(at) - 48;
    if (digit === POINT) decimals = true;
    else if (digit < 0 || digit > 9) return null;
    else {
      digits = digits * 10 + digit;
      if (decimals) scale *= 10;
    }
  }
  return { digits, scale };
}

/** `dividend / divisor`, half up; both positive or zero. Null: not exact. */
function quotient(dividend: number, divisor: number): number | null {
  if (!Number.isSafeInteger(2 * dividend)) return null;
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (2 * rest >= divisor ? 1 : 0);
}

/** Duty at a rate, cents, half up. @param value - cents, not negative; `percent` "25" means 25 % */
export function dutyCentsAt(value: number, percent: string): number | null {
  const rate = percentIn(percent);
  return rate === null || value < 0 ? null : quotient(value * rate.digits, 100 * rate.scale);
}

/**
 * The percentage with the fewest decimals that gives a duty to the cent; "none" when none does.
 * @param value - cents, above zero, as `duty`
 */
export function percentBehindCents(value: number, duty: number, decimalsMax: number): string | null {
  for (let decimals = 0, scale = 1; decimals <= decimalsMax; decimals++, scale *= 10) {
    const digits = quotient(duty * 100 * scale, value);
    const given = digits === null ? null : quotient(value * digits, 100 * scale);
    if (digits === null || given === null) return null;
    if (given === duty) return percentText(digits, decimals, scale);
  }
  return "none";
}

function percentText(digits: number, decimals: number, scale: number): string {
  const rest = digits % scale;
  const whole = (digits - rest) / scale;
  return rest === 0 ? `${whole}` : `${whole}.${`${rest}`.padStart(decimals, "0")}`;
}
