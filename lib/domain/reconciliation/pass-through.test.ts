import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { sumUsd, usd, usdOfCents, usdText } from "../money";
import { isNonEmpty } from "../result";
import { divideByWeights, readWeights } from "./pass-through";

const shares = (amount: string, text: string): readonly string[] => {
  const weights = readWeights(text);
  if (!weights.ok) throw new Error(weights.problem.kind);
  return divideByWeights(usd(amount), weights.value).map(
    (share) => `${share.customer} ${usdText(share.amount)}`,
  );
};

describe("a refund passed on by weights", () => {
  it.each([
    [
      "100.00",
      "A, 1\nB, 1\nC, 1",
      ["A 33.34", "B 33.33", "C 33.33"],
      "the first of equal remainders gets the cent",
    ],
    ["0.05", "A, 50\nB, 50", ["A 0.03", "B 0.02"], "five cents do not halve"],
    ["10.00", "A, 62.5%\nB, 37.5%", ["A 6.25", "B 3.75"], "percentages are weights like any other"],
    [
      "10.00",
      "Customer, weight\nA, 0\nB, 3",
      ["A 0.00", "B 10.00"],
      "a weight of zero gets nothing, a heading is none",
    ],
    ["1.00", '"Smith, Jones & Co", 1\nB; 2', ["Smith, Jones & Co 0.33", "B 0.67"], "a name may hold a comma"],
  ])("%s by %j is %j because %s", (amount, text, expected) => {
    expect(shares(amount, text)).toEqual(expected);
  });

  it.each([
    ["", "no-weights"],
    ["A, 0\nB, 0.000000", "all-zero"],
    ["A, 1\nA, 2", "customer-twice"],
    ["A 1", "line-unreadable"],
    ["A, -1", "line-unreadable"],
    ["A, 1e3", "line-unreadable"],
    ["A, 1.0000001", "line-unreadable"],
  ])("is refused for %j: %s", (text, kind) => {
    expect(readWeights(text)).toMatchObject({ ok: false, problem: { kind } });
  });

  it("adds up to the cent, and gives nobody more than a cent beside the exact part", () => {
    const weight = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(
        fc.nat(9_999_999_999),
        fc.array(weight, { minLength: 1, maxLength: 40 }),
        (cents, millionths) => {
          const weights = millionths.map((each, index) => ({ customer: String(index), millionths: each }));
          const total = millionths.reduce((sum, each) => sum + each, 0n);
          fc.pre(total > 0n && isNonEmpty(weights));
          if (!isNonEmpty(weights)) return;
          const amount = usdOfCents(cents);
          const divided = divideByWeights(amount, weights);
          expect(sumUsd(divided.map((share) => share.amount)).eq(amount)).toBe(true);
          for (const [index, share] of divided.entries()) {
            const exact = amount.times(String(millionths[index] ?? 0n)).div(total.toString());
            expect(share.amount.minus(exact).abs().lt("0.01")).toBe(true);
          }
        },
      ),
    );
  });
});
