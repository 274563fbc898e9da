import { describe, expect, it } from "vitest";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import {
  declaredCandidates,
  entryDateCandidates,
  entryTypeCandidates,
  flagCandidates,
  statementUnpaidCandidates,
  summaryRefusedCandidates,
} from "./candidates";

const factsOf = (facts: EntrySketch["facts"] = {}) => anEntry({ facts }).facts;

describe("the entry type that the files show", () => {
  const types = (type: EntrySketch["type"]) => {
    const { values, basis } = entryTypeCandidates(anEntry(type === undefined ? {} : { type }).facts);
    return [basis, ...values];
  };
  const ANY = ["01", "03", "06", "08", "11", "21", "31"];

  it.each<[EntrySketch["type"], readonly string[]]>([
    ["01", ["known", "01"]],
    ["1", ["known", "01"]],
    [" 6 ", ["known", "06"]],
    ["01 ABI/A", ["known", "01"]],
    ["11", ["known", "11"]],
    [
      ["01", "1", "01 ABI/A"],
      ["known", "01"],
    ],
    [
      ["01", "03"],
      ["torn", "01", "03"],
    ],
    [
      ["consumption", "03"],
      ["known", "03"],
    ],
    ["011", ["missing", ...ANY]],
    ["ABI 01", ["missing", ...ANY]],
    ["consumption", ["missing", ...ANY]],
    [null, ["missing", ...ANY]],
  ])("L16: %j", (type, expected) => {
    expect(types(type)).toEqual(expected);
  });
});

describe("the day of entry", () => {
  it("D6: unknown, it may lie on either edge of the IEEPA window or behind it", () => {
    expect(entryDateCandidates(anEntry({ entered: null }))).toEqual({
      values: ["2025-02-04", "2026-02-23", "2026-02-24"],
      basis: "missing",
    });
  });

  it("D1: is the filing or the import date where no file has it", () => {
    const filed = anEntry({
      entered: null,
      facts: { entryFiledDate: "2025-09-10", importDate: "2025-09-01" },
    });
    expect(entryDateCandidates(filed)).toEqual({ values: ["2025-09-10"], basis: "known" });
  });
});

describe("a flag", () => {
  it.each(["N", "no", " None ", "FALSE", "0", "000", "-", "--", "n/a", "Not flagged"])(
    "%j says no",
    (text) => {
      expect(flagCandidates(factsOf({ drawbackFlag: text }).drawbackFlag)).toEqual({
        values: [false],
        basis: "known",
      });
    },
  );

  it.each(["Y", "Yes", "VALUE", "1", "NAFTA", "2026-12-20"])("%j says yes", (text) => {
    expect(flagCandidates(factsOf({ drawbackFlag: text }).drawbackFlag)).toEqual({
      values: [true],
      basis: "known",
    });
  });

  it("is one answer where files word it differently, and torn where they do not agree", () => {
    const flag = (...texts: string[]) => flagCandidates(factsOf({ drawbackFlag: texts }).drawbackFlag);
    expect(flag("Y", "VALUE")).toEqual({ values: [true], basis: "known" });
    expect(flag("N", "Y")).toEqual({ values: [false, true], basis: "torn" });
  });

  it("L12: that no file shows is taken as no, and not as known", () => {
    expect(flagCandidates(factsOf().drawbackFlag)).toEqual({ values: [false], basis: "assumed" });
  });
});

describe("a summary that CBP has not accepted", () => {
  const refused = (facts: EntrySketch["facts"]) => {
    const { values, basis } = summaryRefusedCandidates(factsOf(facts));
    return [basis, ...values];
  };

  it.each<[string, EntrySketch["facts"], readonly (string | null)[]]>([
    ["nothing is known of it", {}, ["assumed", null]],
    ["accepted", { summaryStatus: " accepted " }, ["known", null]],
    ["rejected by CBP", { summaryStatus: "Rejected" }, ["known", "Rejected"]],
    [
      "accepted in one file and rejected in another",
      { summaryStatus: ["Accepted", "Rejected"] },
      ["torn", null, "Rejected"],
    ],
    ["L13: cancelled by control", { controlStatus: " Cancelled" }, ["known", " Cancelled"]],
    ["L13: cancelled, spelt with one l", { controlStatus: "canceled" }, ["known", "canceled"]],
    ["L13: under trade control", { controlStatus: "Trade Control" }, ["assumed", null]],
    [
      "rejected by both columns in the same word",
      { summaryStatus: "Rejected", controlStatus: "Rejected" },
      ["known", "Rejected"],
    ],
  ])("%s", (_case, facts, expected) => {
    expect(refused(facts)).toEqual(expected);
  });
});

describe("a statement that is not paid", () => {
  it.each<[string | readonly string[] | null, readonly (string | null)[]]>([
    [" PAID ", ["known", null]],
    ["Paid in full", ["known", null]],
    ["Unpaid", ["known", "Unpaid"]],
    [
      ["Paid", "PAID"],
      ["known", null],
    ],
    [
      ["Paid", "Open"],
      ["torn", null, "Open"],
    ],
    [null, ["assumed", null]],
  ])("%j", (statementStatus, expected) => {
    const { values, basis } = statementUnpaidCandidates(factsOf({ statementStatus }));
    expect([basis, ...values]).toEqual(expected);
  });
});

describe("the numbers declared on the summary", () => {
  const [line, goods] = [aLine(), aCommodity()];
  const [small, large] = [aLine({ duty: "90", row: 7 }), aLine({ duty: "100", row: 8 })];
  const otherNumber = aLine({ hts: "9903.01.36", row: 9 });

  it("are those of the rows, and of rows whose variants name one number", () => {
    expect(declaredCandidates(anEntry({ lines: [line, goods] }))).toEqual({
      values: [[line, goods]],
      basis: "known",
    });
    const agreed = anEntry({ lines: [goods], conflicts: [[small, large]] });
    expect(declaredCandidates(agreed)).toEqual({ values: [[goods, small]], basis: "known" });
  });

  it("may or may not be those of variants that name several", () => {
    const torn = anEntry({
      lines: [goods],
      conflicts: [
        [small, large],
        [line, otherNumber],
      ],
    });
    expect(declaredCandidates(torn)).toEqual({
      values: [
        [goods, small],
        [goods, small, large, line, otherNumber],
      ],
      basis: "torn",
    });
  });
});
