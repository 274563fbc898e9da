import { describe, expect, it } from "vitest";

import { day } from "@/lib/domain";

import { calculationHref, readCalculationQuery, readDeposit, readPastedRows } from "./calculation";
import { toCalculation, toManyDeposits } from "./calculation-rows";
import { toWorksheetCsv } from "./worksheet/worksheet-csv";

const TODAY = day("2026-11-21");
const query = (texts: Record<string, string>) => readCalculationQuery(texts);
const READY = query({ amount: "$12,500.00", deposit: "06/16/2025", to: "2026-11-20" });

describe("the address of a calculation", () => {
  it("carries everything that is not the default", () => {
    const href = calculationHref("/tools/interest", { ...READY, rateClass: "other", convention: "simple" });
    const found = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readCalculationQuery(found)).toEqual({ ...READY, rateClass: "other", convention: "simple" });
  });

  it.each([
    ["an unknown convention", { convention: "nonsense" }],
    ["an unknown class", { class: "partnership" }],
    ["nothing", {}],
  ])("%s is the default", (_, texts) => {
    expect(query(texts)).toMatchObject({ convention: "default", rateClass: "corporation" });
  });
});

describe("a deposit as somebody types it", () => {
  it.each([
    ["2025-06-16", "2026-11-20"],
    ["06/16/2025", "11/20/2026"],
  ])("is read from %s to %s", (deposit, to) => {
    expect(readDeposit({ amount: "$12,500.00", deposit, to }, TODAY)).toMatchObject({
      kind: "read",
      deposit: { from: "2025-06-16", to: "2026-11-20" },
    });
  });

  it("runs to today where no last day is given", () => {
    expect(readDeposit({ amount: "1", deposit: "2025-06-16", to: "" }, TODAY)).toMatchObject({
      deposit: { to: TODAY },
    });
  });

  it.each([
    [{ amount: "", deposit: "2025-06-16", to: "" }, ["amount"]],
    [{ amount: "0", deposit: "2025-06-16", to: "" }, ["amount"]],
    [{ amount: "1", deposit: "", to: "" }, ["deposit"]],
    [{ amount: "1", deposit: "2023-12-31", to: "" }, ["deposit"]],
    [{ amount: "1", deposit: "2025-02-30", to: "x" }, ["deposit", "to"]],
    [{ amount: "1", deposit: "2025-06-16", to: "2025-06-15" }, ["to"]],
    [{ amount: "1", deposit: "2025-06-16", to: "2036-11-22" }, ["to"]],
  ])("%j is answered at its field", (texts, fields) => {
    const reading = readDeposit(texts, TODAY);
    expect(reading.kind === "problems" ? Object.keys(reading.problems) : []).toEqual(fields);
  });
});

describe("the calculation", () => {
  it("is the worksheet's own total, with every comparison beside it", () => {
    const reading = readDeposit(READY, TODAY);
    if (reading.kind === "problems") throw new Error("not read");
    const { interest, ours, worksheet, comparison } = toCalculation(reading.deposit, READY);
    expect(interest).toBe(ours);
    expect(worksheet.total).toBe(interest);
    expect(comparison.rows[0]).toMatchObject({ interest, difference: null, selected: true });
    expect(comparison.rows).toHaveLength(13);
    const lines = toWorksheetCsv(worksheet.parts, worksheet.total).split("\r\n");
    expect(lines).toHaveLength(1 + worksheet.parts[0]!.rows.length + 2);
    expect(lines.at(-2)).toBe(`Total,,,,,,,,${interest},,`);
  });

  it("adds pasted rows that are read, and says why others are not", () => {
    const rows = "12,500.00\t06/16/2025\t11/20/2026\n100;2025-06-16\n\nTotal 12,600.00";
    const pasted = query({ rows, to: "2026-11-20" });
    const many = toManyDeposits(readPastedRows(pasted, TODAY), pasted);
    expect(many).toMatchObject({ principal: "12600.00", unread: 1 });
    expect(many.rows.map(({ row, problem }) => [row, problem === null])).toEqual([
      [1, true],
      [2, true],
      [4, false],
    ]);
  });
});
