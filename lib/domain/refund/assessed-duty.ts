import { toCents, type Usd, usdOfCents, wholeCentsOf, ZERO_USD } from "../money";
import { dutyCentsAt } from "./whole-cents";

/** Filed duty may differ from the registry's by the larger of one cent and a 200th of it: cents are rounded per line and form. */
const TOLERANCE = { cents: 1, partOfDuty: 200 } as const;
const TOLERATED_AMOUNT = usdOfCents(TOLERANCE.cents);

/**
 * Duty at a rate on a value, USD, half up to the cent, as each line of an entry summary is computed (19 CFR 141.61).
 * @param percent - "25" means 25 %
 */
export function dutyAt(value: Usd, percent: string): Usd {
  const base = wholeCentsOf(value);
  const cents = base === null ? null : dutyCentsAt(base, percent);
  return cents === null ? toCents(value.times(percent).div(100) as Usd) : usdOfCents(cents);
}

/** True where a filed duty is the one its rate gives on the value: `isWithinTolerance(duty, dutyAt(value, percent))`. */
export function isDutyAt(duty: Usd, value: Usd, percent: string): boolean {
  const [filed, base] = [wholeCentsOf(duty), wholeCentsOf(value)];
  const expected = base === null ? null : dutyCentsAt(base, percent);
  if (filed === null || expected === null) return isWithinTolerance(duty, dutyAt(value, percent));
  const difference = Math.abs(filed - expected);
  return difference <= TOLERANCE.cents || difference * TOLERANCE.partOfDuty <= Math.abs(filed);
}

/** True where a filed duty is the expected one: to the cent, or to half a percent of what was filed, ends included. */
export function isWithinTolerance(duty: Usd, expected: Usd): boolean {
  const difference = duty.minus(expected).abs();
  if (!difference.greaterThan(TOLERATED_AMOUNT)) return true;
  return !difference.times(TOLERANCE.partOfDuty).greaterThan(duty.abs());
}

/** "12.5" means 12.5 % of the value, two decimals at most; null without a value. */
export const percentOf = (duty: Usd | null, value: Usd | null): string | null =>
  duty && value?.greaterThan(ZERO_USD) ? duty.times(100).div(value).toDecimalPlaces(2).toString() : null;
