import { describe, expect, it } from "vitest";
import { addDays, type Day, day, isDay, weekdayOf } from "../day";
import { IEEPA_WINDOW } from "./chapter-99";
import type { Citation } from "./citation";
import { CLOCKS, DEEMED_LIQUIDATION } from "./clocks";
import { DECLARATION_LIMITS } from "./declaration-limits";
import {
  ENTRY_TYPES,
  entryTypeOn,
  FIRST_COVERED,
  readAsOf,
  RECONCILIATION_RULES,
  reconciliationOn,
} from "./entry-types";
import { HOLIDAY_YEARS, HOLIDAYS_SOURCE, LEGAL_HOLIDAYS } from "./holidays";
import {
  CORPORATE_CUT,
  FIRST_RATE_DAY,
  INTEREST_RATES,
  INTEREST_RATES_VERSION,
  LAST_PUBLISHED_RATE_DAY,
  rateOn,
} from "./interest-rates";
import { RULES } from "./rules-version";

type Cited = { readonly source: Citation | readonly Citation[] };
type Dated = { readonly from: Day; readonly until: Day | null };

const cited: Record<string, readonly Cited[]> = {
  IEEPA_WINDOW: [IEEPA_WINDOW],
  CLOCKS: Object.values(CLOCKS),
  DEEMED_LIQUIDATION: [DEEMED_LIQUIDATION],
  DECLARATION_LIMITS: [DECLARATION_LIMITS],
  ENTRY_TYPES,
  RECONCILIATION_RULES,
  FIRST_COVERED: [FIRST_COVERED],
  HOLIDAYS: [{ source: HOLIDAYS_SOURCE }],
  INTEREST_RATES,
  CORPORATE_CUT: [CORPORATE_CUT],
  RULES: [RULES],
};

const ofType = (type: string | null) => ENTRY_TYPES.filter((row) => row.type === type);

/** Tables that must answer for every day from their first row on. */
const seamless: Record<string, readonly Dated[]> = {
  INTEREST_RATES,
  RECONCILIATION_RULES,
  ...Object.fromEntries(ENTRY_TYPES.map(({ type }) => [`type ${type ?? "other"}`, ofType(type)])),
};

describe("every table of law", () => {
  it.each(Object.entries(cited))("%s cites a law and where it was published, row by row", (_name, rows) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const citation of rows.flatMap(({ source }) => source)) {
      expect(citation.law.trim()).not.toBe("");
      expect(citation.published.trim()).not.toBe("");
    }
  });

  it.each(Object.entries(seamless))("%s is sorted, without overlap and without gap", (_name, rows) => {
    for (const [index, { from, until }] of rows.entries()) {
      expect(isDay(from) && (until === null || (isDay(until) && from <= until))).toBe(true);
      const next = rows[index + 1];
      if (next !== undefined) expect(until !== null && addDays(until, 1) === next.from, next.from).toBe(true);
    }
  });

  it("starts with the first day CAPE was live and is still in force", () => {
    for (const rows of [RECONCILIATION_RULES, ...ENTRY_TYPES.map(({ type }) => ofType(type))]) {
      expect(rows.at(0)?.from).toBe(FIRST_COVERED.day);
      expect(rows.at(-1)?.until).toBeNull();
    }
    const types = ENTRY_TYPES.map(({ type }) => type ?? "");
    expect(types).toEqual([...types].sort());
  });
});

describe("as-of days", () => {
  it("D8 O13: a day before CAPE is refused and the first day covered named", () => {
    expect(readAsOf(day("2026-04-19"))).toEqual({
      ok: false,
      problem: { kind: "as-of-before-cape", firstCovered: "2026-04-20", found: "2026-04-19" },
    });
    expect(readAsOf(day("2026-04-20"))).toEqual({ ok: true, value: "2026-04-20" });
    expect(() => entryTypeOn("01", day("2026-04-19"))).toThrow("2026-04-20");
    expect(() => reconciliationOn(day("2026-04-19"))).toThrow("2026-04-20");
  });
});

describe("entry types", () => {
  it.each([
    ["01", "accepted"],
    ["02", "accepted"],
    ["03", "accepted-while-suspended"],
    ["06", "accepted"],
    ["07", "accepted-while-suspended"],
    ["08", "excluded"],
    ["09", "excluded"],
    ["11", "accepted"],
    ["12", "accepted"],
    ["21", "excluded"],
    ["22", "excluded"],
    ["23", "unconfirmed"],
    ["31", "withdrawal"],
    ["32", "withdrawal"],
    ["34", "withdrawal"],
    ["38", "withdrawal"],
    ["47", "excluded"],
    ["52", "unconfirmed"],
    ["86", "unconfirmed"],
    ["61", "unconfirmed"],
  ])("L15: type %s is %s on 2026-11-21", (type, treatment) => {
    expect(entryTypeOn(type, day("2026-11-21")).treatment).toBe(treatment);
  });

  it.each([
    ["2026-07-06", "accepted", "it is the day before the change"],
    ["2026-07-07", "excluded", "warehouse entries are refused from this day on"],
  ])("L17: on %s types 21 and 22 are %s because %s", (asOf, treatment) => {
    expect(entryTypeOn("21", day(asOf)).treatment).toBe(treatment);
    expect(entryTypeOn("22", day(asOf)).treatment).toBe(treatment);
  });

  it.each([
    ["2026-06-28", []],
    ["2026-06-29", ["01", "02", "06"]],
  ])("L17: on %s entries flagged for reconciliation are accepted of types %j", (asOf, types) => {
    expect(reconciliationOn(day(asOf)).acceptedTypes).toEqual(types);
  });
});

describe("interest rates", () => {
  it.each([
    ["2024-12-31", "7", "8"],
    ["2025-01-01", "6", "7"],
    ["2026-03-31", "6", "7"],
    ["2026-04-01", "5", "6"],
    ["2026-06-30", "5", "6"],
    ["2026-07-01", "6", "7"],
    ["2026-12-31", "6", "7"],
  ])("on %s are %s %% for corporations and %s %% for others", (on, corporation, other) => {
    expect(rateOn(day(on), "corporation")).toMatchObject({ annualPercent: corporation, assumed: false });
    expect(rateOn(day(on), "other")).toMatchObject({ annualPercent: other, assumed: false });
  });

  it("give others one point more than corporations, in every quarter (26 U.S.C. 6621(a)(1))", () => {
    for (const { annualPercent, from } of INTEREST_RATES) {
      expect(annualPercent.other.charCodeAt(0) - annualPercent.corporation.charCodeAt(0), from).toBe(1);
    }
  });

  it("I6: after the last published quarter the last rate is held and marked as assumed", () => {
    expect(rateOn(day("2027-01-01"), "corporation")).toMatchObject({ annualPercent: "6", assumed: true });
    expect(LAST_PUBLISHED_RATE_DAY).toBe("2026-12-31");
    expect(INTEREST_RATES_VERSION.slice(0, 4)).toBe(LAST_PUBLISHED_RATE_DAY.slice(0, 4));
  });

  it("refuse a day before the first row", () => {
    expect(FIRST_RATE_DAY).toBe("2024-01-01");
    expect(() => rateOn(day("2023-12-31"), "other")).toThrow("2024-01-01");
  });
});

describe("legal holidays", () => {
  /** The n-th given weekday of a month; from the end when negative. */
  const nth = (month: string, weekday: number, n: number): Day => {
    const days = Array.from({ length: 31 }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`).filter(
      isDay,
    );
    const matching = days.filter((on) => weekdayOf(on) === weekday);
    return matching.at(n > 0 ? n - 1 : n) ?? day("1900-01-01");
  };
  const observed = (on: Day): Day => addDays(on, { 6: -1, 0: 1 }[weekdayOf(on)] ?? 0);
  const byRule = (year: string): Day[] => [
    observed(day(`${year}-01-01`)),
    nth(`${year}-01`, 1, 3),
    nth(`${year}-02`, 1, 3),
    nth(`${year}-05`, 1, -1),
    observed(day(`${year}-06-19`)),
    observed(day(`${year}-07-04`)),
    nth(`${year}-09`, 1, 1),
    nth(`${year}-10`, 1, 2),
    observed(day(`${year}-11-11`)),
    nth(`${year}-11`, 4, 4),
    observed(day(`${year}-12-25`)),
  ];

  it("I8: are the eleven of 5 U.S.C. 6103 as observed, for every year covered", () => {
    const expected = ["2024", "2025", "2026", "2027", "2028"]
      .flatMap(byRule)
      .filter((on) => HOLIDAY_YEARS.from <= on && on <= HOLIDAY_YEARS.until);
    expect(LEGAL_HOLIDAYS.map(({ on }) => on)).toEqual(expected.sort());
  });
});
