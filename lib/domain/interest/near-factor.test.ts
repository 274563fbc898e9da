import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { toCents, usd, usdText } from "../money";
import { accrueInterest, createInterestTable } from "./accrue";
import { COMPARED_CONVENTIONS, DEFAULT_CONVENTION } from "./convention";
import { type Growth, growthOver } from "./growth";
import { interestPeriods } from "./periods";
import { centsBy, toNearFactor } from "./near-factor";

const START = day("2025-02-04");
const somePrincipal = fc
  .oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 999_999_999_999 }))
  .map((cents) => usd(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`));

describe("the remembered factor", () => {
  it("gives the same cents as the direct product, for every class, span and convention", () => {
    const conventions = [DEFAULT_CONVENTION, ...Object.values(COMPARED_CONVENTIONS)];
    const tables = conventions.map((convention) => ({ convention, table: createInterestTable(convention) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        somePrincipal,
        fc.nat(400),
        fc.integer({ min: -5, max: 700 }),
        fc.constantFrom("corporation", "other"),
        ({ convention, table }, principal, after, days, rateClass) => {
          const start = addDays(START, after);
          const end = addDays(start, days);
          const direct = toCents(accrueInterest(principal, start, end, rateClass, convention));
          expect(usdText(table.centsOn(principal, start, end, rateClass))).toBe(usdText(direct));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("never guesses where the parts it leaves out could decide the rounding", () => {
    const growth = growthOver(interestPeriods(START, day("2026-11-21"), "corporation"), "daily");
    const half = toNearFactor(usd("1.005") as unknown as typeof growth, null);
    expect(centsBy(half, usd("1.00"))).toBeNull();
    expect(centsBy(half, usd("2.00"))?.toFixed(2)).toBe("0.01");
    expect(centsBy(half, usd("0.005"))).toBeNull();
    expect(centsBy(toNearFactor(growth, null), usd("-1"))).toBeNull();
  });

  it.each<[string, string, string | null, string]>([
    ["1.499999999999999", "0.01", "0.00", "it lies clearly below half a cent"],
    ["1.499999999999999999", "0.01", null, "a number cannot tell it from half a cent"],
    ["1.5", "0.01", null, "it lies on half a cent, and the error of the number may decide"],
    ["1.500000000000001", "0.01", "0.01", "it lies clearly above half a cent"],
    ["1.09", "1.00", "0.09", "nine cents are written with their zero"],
    ["1.0682503", "0.00", "0.00", "no principal earns nothing"],
    ["1", "100.00", "0.00", "no time earns nothing"],
    ["0.99", "100.00", null, "nothing shrinks at any published rate"],
    ["1125899906842624", "0.01", "11258999068426.23", "a number still tells quarters of such a cent apart"],
    ["1125899906842625", "0.01", null, "from there on it does not"],
  ])("one dollar that has become %s makes of %s: %s because %s", (growth, principal, cents) => {
    const factor = toNearFactor(usd(growth) as unknown as Growth, null);
    expect(centsBy(factor, usd(principal))?.toFixed(2) ?? null).toBe(cents);
  });
});
