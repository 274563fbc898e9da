import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, day } from "../day";
import { toCents, usd, usdText } from "../money";
import { accrueInterest, createInterestTable } from "./accrue";
import { COMPARED_CONVENTIONS, DEFAULT_CONVENTION } from "./convention";
import { growthOver } from "./growth";
import { interestPeriods } from "./periods";
import { centsBy, toScaledFactor } from "./scaled-factor";

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
    const half = toScaledFactor(usd("1.005") as unknown as typeof growth, null);
    expect(centsBy(half, usd("1.00"))).toBeNull();
    expect(centsBy(half, usd("2.00"))?.toFixed(2)).toBe("0.01");
    expect(centsBy(half, usd("0.005"))).toBeNull();
    expect(centsBy(toScaledFactor(growth, null), usd("-1"))).toBeNull();
  });
});
