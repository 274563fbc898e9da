import { describe, expect, it } from "vitest";
import { addDays, type Day, day, isDay, weekdayOf } from "../day";
import {
  CHAPTER_98_PARTIAL_BASES,
  IN_TRANSIT_BASELINE,
  METAL_CONTENT,
  METALS_OF_CANADA_AND_MEXICO,
  RATE_LOCKED,
} from "./assessed-rates";
import { CAPE_MESSAGES } from "./cape-messages";
import { IEEPA_WINDOW } from "./chapter-99";
import { CHAPTER_99_ROWS } from "./chapter-99-rows";
import { CHECK_RULES } from "./check-rules";
import type { Citation } from "./citation";
import { CLOCKS, DEEMED_LIQUIDATION } from "./clocks";
import { COLUMN_ALIASES } from "./column-aliases";
import { type Released, SINCE_CAPE } from "./dated";
import { DECLARATION_LIMITS } from "./declaration-limits";
import { DEPOSIT_RULES } from "./deposit-rules";
import { ENTRY_TYPES, FIRST_COVERED, readAsOf, RECONCILIATION_RULES, UNLISTED_TYPE } from "./entry-types";
import { HOLIDAY_YEARS, HOLIDAYS_SOURCE, LEGAL_HOLIDAYS } from "./holidays";
import {
  CORPORATE_CUT,
  FIRST_RATE_DAY,
  INTEREST_RATES,
  INTEREST_RATES_VERSION,
  LAST_PUBLISHED_RATE_DAY,
  lastPublishedRateDay,
  rateOn,
} from "./interest-rates";
import { NUMBER_SEQUENCES, RECIPROCAL_NUMBER } from "./number-sequence";
import { NUMBER_TEST_EXCEPTIONS, NUMBER_TESTS } from "./number-test";
import { PHASE_3 } from "./phase-3";
import { READINESS_POINTS } from "./readiness-points";
import { rulesOn } from "./rule-sets";
import { RULE_RELEASES, RULES } from "./rules-version";

type Cited = { readonly source: Citation | readonly Citation[] };
type Dated = { readonly from: Day; readonly until: Day | null };

/** Tables whose rows hold on days of filing, and name the release that first knew them. */
const released: Record<string, readonly (Released & Cited & { readonly confidence: string })[]> = {
  IEEPA_WINDOW: [IEEPA_WINDOW],
  CHECK_RULES: Object.values(CHECK_RULES),
  CLOCKS: Object.values(CLOCKS),
  DEEMED_LIQUIDATION: [DEEMED_LIQUIDATION],
  DECLARATION_LIMITS: [DECLARATION_LIMITS],
  DEPOSIT_RULES: Object.values(DEPOSIT_RULES),
  ENTRY_TYPES: [...ENTRY_TYPES, UNLISTED_TYPE],
  NUMBER_TESTS,
  NUMBER_TEST_EXCEPTIONS: [NUMBER_TEST_EXCEPTIONS],
  PHASE_3: [PHASE_3],
  READINESS_POINTS: READINESS_POINTS.map((row) => ({ ...row, source: row.law })),
  RECONCILIATION_RULES,
  CORPORATE_CUT: [CORPORATE_CUT],
};

const cited: Record<string, readonly Cited[]> = {
  ...released,
  CAPE_MESSAGES,
  ASSESSED_RATES: [
    ...[IN_TRANSIT_BASELINE, CHAPTER_98_PARTIAL_BASES, METAL_CONTENT, RATE_LOCKED],
    METALS_OF_CANADA_AND_MEXICO,
  ],
  FIRST_COVERED: [FIRST_COVERED],
  HOLIDAYS: [{ source: HOLIDAYS_SOURCE }],
  INTEREST_RATES,
  NUMBER_SEQUENCES,
  RECIPROCAL_NUMBER: [RECIPROCAL_NUMBER],
  RULE_RELEASES: RULE_RELEASES.flatMap(({ changes }) => changes),
};

const ofType = (type: string | null) => ENTRY_TYPES.filter((row) => row.type === type);

/** Subjects that CAPE answered from its first day on, and still answers: one row after the other. */
const sinceCape: Record<string, readonly Dated[]> = {
  RECONCILIATION_RULES,
  NUMBER_TESTS,
  DECLARATION_LIMITS: [DECLARATION_LIMITS],
  ...Object.fromEntries(Object.entries(CLOCKS).map(([kind, row]) => [`clock ${kind}`, [row]])),
  ...Object.fromEntries(Object.entries(CHECK_RULES).map(([kind, row]) => [`check ${kind}`, [row]])),
  ...Object.fromEntries(Object.entries(DEPOSIT_RULES).map(([kind, row]) => [`deposit ${kind}`, [row]])),
  ...Object.fromEntries(READINESS_POINTS.map((row) => [`point ${row.point}`, [row]])),
  ...Object.fromEntries(ENTRY_TYPES.map(({ type }) => [`type ${type ?? "other"}`, ofType(type)])),
};

/** Tables that must answer for every day from their first row on. */
const seamless: Record<string, readonly Dated[]> = { INTEREST_RATES, NUMBER_SEQUENCES, ...sinceCape };

const isSaid = (text: string): boolean => text.trim() !== "";

describe("every table of law", () => {
  it.each(Object.entries(cited))("%s cites a law and where it was published, row by row", (_name, rows) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const { source } of rows) {
      const citations = [source].flat();
      expect(citations.length).toBeGreaterThan(0);
      for (const { law, published } of citations) expect(isSaid(law) && isSaid(published), law).toBe(true);
    }
  });

  it.each(Object.entries(released))(
    "%s says how sure each row is and which release first knew it",
    (_name, rows) => {
      const versions = RULE_RELEASES.map(({ version }) => version);
      for (const { from, until, release, confidence } of rows) {
        expect(isDay(from) && (until === null || (isDay(until) && from <= until)), from).toBe(true);
        expect(versions).toContain(release);
        expect(["proven", "inferred", "unconfirmed"]).toContain(confidence);
      }
    },
  );

  it.each(Object.entries(seamless))("%s is sorted, without overlap and without gap", (_name, rows) => {
    for (const [index, { from, until }] of rows.entries()) {
      expect(isDay(from) && (until === null || (isDay(until) && from <= until))).toBe(true);
      const next = rows[index + 1];
      if (next !== undefined) expect(until !== null && addDays(until, 1) === next.from, next.from).toBe(true);
    }
  });

  it.each(Object.entries(sinceCape))("%s starts with CAPE and is still in force", (_name, rows) => {
    expect(rows.at(0)?.from).toBe(FIRST_COVERED.day);
    expect(rows.at(-1)?.until).toBeNull();
  });

  it.each<[string, readonly Released[]]>([
    ["RECONCILIATION_RULES", RECONCILIATION_RULES],
    ["NUMBER_TESTS", NUMBER_TESTS],
    ...ENTRY_TYPES.map(({ type }): [string, readonly Released[]] => [`type ${type ?? ""}`, ofType(type)]),
  ])("%s: no row was known before its predecessor, nor published after it took effect", (_name, rows) => {
    const known = rows.map(({ release }) => RULE_RELEASES.findIndex(({ version }) => version === release));
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    for (const { from, release } of rows) {
      const publishedOn = RULE_RELEASES.find(({ version }) => version === release)?.publishedOn;
      expect(publishedOn !== undefined && publishedOn <= from, from).toBe(true);
    }
  });

  it("lists entry types in order, and readiness points from 1 to 12, each with an id of its own", () => {
    const types = ENTRY_TYPES.map(({ type }) => type ?? "");
    expect(types).toEqual(types.toSorted());
    expect(READINESS_POINTS.map(({ point }) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set(READINESS_POINTS.map(({ id }) => id)).size).toBe(12);
  });

  it("names no message of one level twice on any day", () => {
    for (const a of CAPE_MESSAGES)
      for (const b of CAPE_MESSAGES) {
        if (a === b || a.level !== b.level || a.message !== b.message) continue;
        expect(a.until !== null && a.until < b.since, a.message).toBe(true);
      }
  });

  it("has no two rates of one Chapter 99 number on any day, and no row without a source", () => {
    const last = new Map<string, string | null>();
    for (const { code, from, until, source } of CHAPTER_99_ROWS) {
      expect(isSaid(source), code).toBe(true);
      const before = last.get(code);
      if (before !== undefined) expect(before !== null && from !== null && before < from, code).toBe(true);
      last.set(code, until);
    }
  });

  it("says for every column heading where it was seen, and how sure that is", () => {
    for (const { report, name, confidence, seenIn, aliases } of COLUMN_ALIASES) {
      expect([report, name, seenIn].every(isSaid), name).toBe(true);
      expect(["high", "medium", "low"]).toContain(confidence);
      expect(aliases.length).toBeGreaterThan(0);
    }
  });
});

describe("the releases of the rules", () => {
  it("are sorted by day, and no version is used twice", () => {
    const versions = RULE_RELEASES.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions).toEqual(versions.toSorted());
    const published = RULE_RELEASES.map(({ publishedOn }) => publishedOn);
    expect(published).toEqual(published.toSorted());
    expect(RULE_RELEASES.map(({ version }) => version.slice(0, 4))).toEqual(published.map(() => "2026"));
  });

  it("keep every version that a screening may have stored", () => {
    const versions = RULE_RELEASES.map(({ version }) => version);
    expect(versions).toEqual(expect.arrayContaining(["2026-04-20.1", "2026-07-07.1"]));
    expect(versions.at(-1)).toBe(RULES.version);
    expect(SINCE_CAPE.release).toBe(versions[0]);
  });

  it("were published no later than they took effect, with a title and a cited change each", () => {
    for (const { version, publishedOn, effectiveFrom, title, changes } of RULE_RELEASES) {
      expect(publishedOn <= effectiveFrom, version).toBe(true);
      expect(isSaid(title) && changes.length > 0, version).toBe(true);
    }
  });
});

describe("as-of days", () => {
  it("D8 O13: a day before CAPE is refused and the first day covered named", () => {
    expect(readAsOf(day("2026-04-19"))).toEqual({
      ok: false,
      problem: { kind: "as-of-before-cape", firstCovered: "2026-04-20", found: "2026-04-19" },
    });
    expect(readAsOf(day("2026-04-20"))).toEqual({ ok: true, value: "2026-04-20" });
    expect(() => rulesOn(day("2026-04-19"))).toThrow("2026-04-20");
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
    expect(rulesOn(day("2026-11-21")).entryType(type).treatment).toBe(treatment);
  });

  it.each([
    ["2026-07-06", "accepted", "it is the day before the change"],
    ["2026-07-07", "excluded", "warehouse entries are refused from this day on"],
  ])("L17: on %s types 21 and 22 are %s because %s", (asOf, treatment) => {
    expect(rulesOn(day(asOf)).entryType("21").treatment).toBe(treatment);
    expect(rulesOn(day(asOf)).entryType("22").treatment).toBe(treatment);
  });

  it.each([
    ["2026-06-28", []],
    ["2026-06-29", ["01", "02", "06"]],
  ])("L17: on %s entries flagged for reconciliation are accepted of types %j", (asOf, types) => {
    expect(rulesOn(day(asOf)).reconciliation.acceptedTypes).toEqual(types);
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

  it("were published in the order of their quarters, each before its quarter was over", () => {
    const published = INTEREST_RATES.map(({ publishedOn }) => publishedOn);
    expect(published).toEqual(published.toSorted());
    for (const { publishedOn, until } of INTEREST_RATES) expect(publishedOn <= until, until).toBe(true);
  });

  it.each([
    ["2026-05-17", "6", true, "CBP's notice came the day after"],
    ["2026-05-18", "5", false, "CBP's notice was out"],
  ])(
    "as known on %s, the rate of 2026-05-01 is %s %% (assumed: %s) because %s",
    (knownOn, percent, assumed) => {
      const rate = rateOn(day("2026-05-01"), "corporation", day(knownOn));
      expect(rate).toMatchObject({ annualPercent: percent, assumed });
      expect(lastPublishedRateDay(day(knownOn))).toBe(assumed ? "2026-03-31" : "2026-06-30");
    },
  );

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
