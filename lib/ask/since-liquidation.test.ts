import { describe, expect, it } from "vitest";

import { findAnswers } from "./answer";
import { openAfter } from "./since-liquidation";

describe("how long ago an entry was liquidated chooses what is looked for", () => {
  it.each([
    ["liquidated 80 days ago", "cape", "day 80 is in"],
    ["liquidated 81 days ago", "protest", "it is day 81"],
    ["the entries are liquidated since 3 months", "protest", "three months are some 90 days"],
    ["180 days after liquidation", "protest", "day 180 is in"],
    ["181 days after liquidation", "court", "it is day 181"],
    ["liquidation was 1 year ago", "court", "it is past day 180"],
  ])("%s: %s, because %s", (question, first) => {
    expect(openAfter(question)).toMatch(new RegExp(`^${first} `));
  });

  it.each(["paid 120 days ago", "when will it be liquidated", "type 03 liquidated"])(
    "and nothing is added to %j, which does not tell",
    (question) => {
      expect(openAfter(question)).toBe("");
    },
  );

  it("so that half a year later the answer speaks of the court", () => {
    const [first] = findAnswers("liquidated 7 months ago and nobody protested, is the money gone").answers;
    expect(first?.passages[0].passage.heading).toBe("After day 180: court");
  });
});
