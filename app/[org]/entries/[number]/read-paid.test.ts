import { describe, expect, it } from "vitest";

import { day, usd, usdText } from "@/lib/domain";

import { conventionHref, readInterestQuery } from "./interest-query";
import { readPaid } from "./read-paid";

const TODAY = day("2026-11-21");

const problemsOf = (typed: Readonly<Record<string, string>>, refundable: string | null = "100000") => {
  const { paid } = readInterestQuery(typed);
  const reading = readPaid(paid, refundable === null ? null : usd(refundable), TODAY);
  return reading.kind === "problems" ? Object.keys(reading.problems) : reading.kind;
};

describe("what CBP paid, as typed", () => {
  it.each([
    [{}, "blank", "nothing was asked"],
    [{ interest: "6,825.03" }, "read", "the principal is the entry's own"],
    [{ interest: "0" }, "read", "CBP may have paid none"],
    [{ interest: "6825.034" }, ["interest"], "it has a part of a cent"],
    [{ interest: "-1" }, ["interest"], "interest is never negative here"],
    [{ principal: "100" }, ["interest"], "the interest is the question"],
    [{ interest: "1", principal: "0" }, ["principal"], "nothing bears no interest"],
    [{ interest: "1", from: "2023-12-31" }, ["from"], "no rate is known"],
    [{ interest: "1", from: "2024-01-01" }, "read", "it is the first day with a rate"],
    [{ interest: "1", from: "04/15/2025" }, ["from"], "it is no ISO day"],
    [{ interest: "1", to: "2026-11-21" }, "read", "it is today"],
    [{ interest: "1", to: "2026-11-22" }, ["to"], "it lies ahead"],
    [{ interest: "1", from: "2026-05-01", to: "2026-04-30" }, ["to"], "it lies before the start"],
    [
      { interest: "1", to: "2026-05-01", received: "2026-04-30" },
      ["received"],
      "money comes after liquidation",
    ],
  ])("%j is %j because %s", (typed, expected, _because) => {
    expect(problemsOf(typed)).toEqual(expected);
  });

  it("asks for the principal where the entry's own is a range", () => {
    expect(problemsOf({ interest: "1" }, null)).toEqual(["principal"]);
    const reading = readPaid(readInterestQuery({ interest: "1", principal: "$2,500.50" }).paid, null, TODAY);
    expect(reading.kind === "read" && usdText(reading.figures.principal)).toBe("2500.50");
  });
});

describe("the address of the interest panels", () => {
  it("chooses a convention and keeps what was typed; ours needs no word", () => {
    const query = readInterestQuery({ interest: "6602.74", rate: "6.5", convention: "quarterly" });
    expect(conventionHref("/o/entries/1", query, "simple")).toBe(
      "/o/entries/1?convention=simple&interest=6602.74&rate=6.5#interest",
    );
    expect(conventionHref("/o/entries/1", readInterestQuery({}), "default")).toBe("/o/entries/1#interest");
    expect(readInterestQuery({ convention: "toString" }).convention).toBe("default");
  });
});
