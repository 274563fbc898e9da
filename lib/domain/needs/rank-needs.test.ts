import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usd } from "../money";
import { type Need, rankNeeds } from "./rank-needs";

const need = (dollars: string, daysLeft: number | null): Need => ({ dollars: usd(dollars), daysLeft });
const shown = (needs: readonly Need[]) =>
  needs.map(({ dollars, daysLeft }) => `${dollars.toFixed()} in ${String(daysLeft)}`);

describe("what needs somebody first", () => {
  it.each([
    ["more dollars come first on one day", [need("10", 5), need("20", 5)], ["20 in 5", "10 in 5"]],
    ["fewer days come first with the same dollars", [need("10", 6), need("10", 5)], ["10 in 5", "10 in 6"]],
    ["twice the days weigh as half the dollars", [need("10", 4), need("20", 9)], ["10 in 4", "20 in 9"]],
    ["a cent more turns it", [need("10", 4), need("20.01", 9)], ["20.01 in 9", "10 in 4"]],
    [
      "without a clock it is as if due in 90 days",
      [need("10", null), need("10", 89)],
      ["10 in 89", "10 in null"],
    ],
    ["and comes before day 91", [need("10", 91), need("10", null)], ["10 in null", "10 in 91"]],
    [
      "nothing is left out, not even without dollars",
      [need("0", 0), need("1", null)],
      ["1 in null", "0 in 0"],
    ],
  ] as const)("%s", (_, needs, order) => {
    expect(shown(rankNeeds(needs))).toEqual(order);
  });

  it("has an order that no order of arrival changes, equals aside", () => {
    const one = fc.record({
      cents: fc.integer({ min: 1, max: 1_000_000 }),
      days: fc.option(fc.integer({ min: 0, max: 400 })),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ cents, days }) => cents / ((days ?? 90) + 1), maxLength: 8 }),
        (drawn) => {
          const needs = drawn.map(({ cents, days }) => need(String(cents), days));
          expect(shown(rankNeeds(needs.toReversed()))).toEqual(shown(rankNeeds(needs)));
        },
      ),
    );
  });
});
