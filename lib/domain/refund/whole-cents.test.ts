import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { usd, wholeCentsOf } from "../money";
import { dutyAt, isDutyAt, isWithinTolerance } from "./assessed-duty";
import { dutyCentsAt, percentBehindCents } from "./whole-cents";

const amount = (cents: number) => usd(`${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, "0")}`);
const someCents = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 999_999_999_999 }),
);
const somePercent = fc.oneof(
  fc.constantFrom("0", "2.5", "7.5", "10", "15", "20", "25", "125", "0.25"),
  fc.integer({ min: 0, max: 99_999 }).map((hundredths) => `${hundredths / 100}`),
);

describe("duty in whole cents is the duty in Usd", () => {
  it("at any rate on any value", () => {
    fc.assert(
      fc.property(someCents, somePercent, (value, percent) => {
        const cents = dutyCentsAt(value, percent);
        const exact = wholeCentsOf(dutyAt(amount(value), percent));
        if (cents !== null && exact !== null) expect(cents).toBe(exact);
      }),
      { numRuns: 1000 },
    );
  });

  it("also where it is compared with the duty filed", () => {
    fc.assert(
      fc.property(
        someCents,
        somePercent,
        fc.integer({ min: -3, max: 3 }),
        fc.nat(1000),
        (value, percent, off, share) => {
          const expected = dutyAt(amount(value), percent);
          const filed = expected
            .plus(expected.times(share).div(100_000))
            .toDecimalPlaces(2)
            .plus(off / 100);
          const duty = filed as typeof expected;
          expect(isDutyAt(duty, amount(value), percent)).toBe(isWithinTolerance(duty, expected));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("and the percentage behind it is the one with the fewest decimals", () => {
    fc.assert(
      fc.property(someCents, somePercent, fc.integer({ min: 0, max: 2 }), (value, percent, off) => {
        const duty = (wholeCentsOf(dutyAt(amount(value), percent)) ?? 0) + off;
        if (duty <= 0) return;
        const behind = percentBehindCents(value, duty, 2);
        if (behind === null) return;
        const fitting = [0, 1, 2]
          .map((decimals) => amount(duty).times(100).div(amount(value)).toDecimalPlaces(decimals).toString())
          .find((text) => wholeCentsOf(dutyAt(amount(value), text)) === duty);
        expect(behind).toBe(fitting ?? "none");
      }),
      { numRuns: 1000 },
    );
  });
});
