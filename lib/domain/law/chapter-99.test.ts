import { describe, expect, it } from "vitest";
import { day, isDay } from "../day";
import { chapter99Code } from "../identifiers";
import { IEEPA_WINDOW, lookUpChapter99 } from "./chapter-99";
import { CHAPTER_99_PREFIXES } from "./chapter-99-prefixes";
import { CHAPTER_99_PROGRAMS, CHAPTER_99_ROWS } from "./chapter-99-rows";

const lookUp = (code: string, on: string | null, origin: string | null = null) =>
  lookUpChapter99(chapter99Code(code), on === null ? null : day(on), origin);

describe("the Chapter 99 table", () => {
  it("holds 817 rows of 764 codes, all with a source", () => {
    expect(CHAPTER_99_ROWS).toHaveLength(817);
    expect(new Set(CHAPTER_99_ROWS.map(({ code }) => code)).size).toBe(764);
    expect(CHAPTER_99_ROWS.filter(({ source }) => source.trim() === "")).toEqual([]);
  });

  it("is sorted, and periods of one code neither overlap nor run backwards", () => {
    for (const [index, row] of CHAPTER_99_ROWS.entries()) {
      chapter99Code(row.code);
      for (const end of [row.from, row.until]) if (end !== null) expect(isDay(end), row.code).toBe(true);
      if (row.from !== null && row.until !== null) expect(row.from <= row.until, row.code).toBe(true);
      const next = CHAPTER_99_ROWS[index + 1];
      if (next === undefined) continue;
      expect(row.code <= next.code, `${row.code} before ${next.code}`).toBe(true);
      if (row.code !== next.code) continue;
      expect(row.until !== null && next.from !== null && row.until < next.from, row.code).toBe(true);
    }
  });

  it("gives each code one program, one kind and one way to read its rate", () => {
    const meaning = new Map<string, string>();
    for (const { code, program, kind, includesColumn1 } of CHAPTER_99_ROWS) {
      const text = JSON.stringify([program, kind, includesColumn1]);
      expect(meaning.get(code) ?? text, code).toBe(text);
      meaning.set(code, text);
    }
  });

  it("knows 168 IEEPA codes, 119 of them duties, every one with kind, rate and first day", () => {
    const rows = CHAPTER_99_ROWS.filter(({ program }) => CHAPTER_99_PROGRAMS[program].authority === "IEEPA");
    expect(rows).toHaveLength(175);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(168);
    expect(new Set(rows.filter(({ kind }) => kind === "DUTY").map(({ code }) => code)).size).toBe(119);
    for (const row of rows) {
      expect(row.kind !== null && row.ratePercent !== null && row.from !== null, row.code).toBe(true);
      expect(row.from !== null && row.from >= IEEPA_WINDOW.from, row.code).toBe(true);
      if (row.kind === "DUTY")
        expect(row.until !== null && row.until <= IEEPA_WINDOW.until, row.code).toBe(true);
    }
  });

  it("names countries by two letters, or says ALL", () => {
    for (const { code, origins } of CHAPTER_99_ROWS) {
      if (origins !== null) expect(origins, code).toMatch(/^(ALL|(ALL_EXCEPT:)?[A-Z]{2}(;[A-Z]{2})*)$/);
    }
  });

  it("has prefixes that are sorted and do not overlap, and agree with every row", () => {
    for (const [index, range] of CHAPTER_99_PREFIXES.entries()) {
      expect(range.first <= range.last, range.first).toBe(true);
      const next = CHAPTER_99_PREFIXES[index + 1];
      if (next !== undefined) expect(range.last < next.first, range.last).toBe(true);
    }
    for (const { code, program } of CHAPTER_99_ROWS) {
      const range = CHAPTER_99_PREFIXES.find(({ first, last }) => first <= code && code <= last);
      if (range !== undefined) expect(range.authority, code).toBe(CHAPTER_99_PROGRAMS[program].authority);
    }
  });
});

describe("looking a Chapter 99 number up", () => {
  it.each<[string, string, string | null, string]>([
    ["9903.01.20", "2025-03-03", "10", "China fentanyl starts at 10 %"],
    ["9903.01.20", "2025-03-04", null, "9903.01.24 took its place"],
    ["9903.01.24", "2025-03-03", null, "it had not started"],
    ["9903.01.24", "2025-03-04", "20", "first day at 20 %"],
    ["9903.01.24", "2025-11-09", "20", "last day at 20 %"],
    ["9903.01.24", "2025-11-10", "10", "first day at 10 %"],
    ["9903.01.63", "2025-04-09", "84", "the one day of 84 %"],
    ["9903.01.63", "2025-04-10", "125", "125 % from the next day"],
    ["9903.01.63", "2025-05-13", "125", "last day"],
    ["9903.01.63", "2025-05-14", null, "back to the baseline"],
    ["9903.01.84", "2026-02-06", "25", "last day of the India duty"],
    ["9903.01.84", "2026-02-07", null, "E.O. 14384 ended it"],
    ["9903.02.26", "2026-02-23", "25", "last day of all IEEPA duties"],
    ["9903.02.26", "2026-02-24", null, "collection had stopped"],
    ["9903.03.01", "2026-02-24", "10", "Section 122 starts on that day"],
  ])("%s on %s carries %s because %s", (code, on, ratePercent) => {
    const program = lookUp(code, on);
    expect(program?.ratePercent).toBe(ratePercent);
    expect(program?.inForce).toBe(ratePercent !== null);
  });

  it("M11: a duty number outside its dates is still an IEEPA duty number", () => {
    const facts = { authority: "IEEPA", kind: "DUTY", listed: true, inForce: false, ratePercent: null };
    expect(lookUp("9903.01.20", "2025-07-01")).toMatchObject(facts);
    expect(lookUp("9903.01.20", null)).toMatchObject(facts);
  });

  it.each(["9903.01.36", "9903.02.95"])("M10: %s does not exist, so only its authority is known", (code) => {
    expect(lookUp(code, "2025-07-01")).toMatchObject({
      authority: "IEEPA",
      listed: false,
      kind: null,
      program: null,
    });
  });

  it.each([
    ["9903.01.33", "IEEPA", "EXEMPTION"],
    ["9903.96.01", "IEEPA", "EXEMPTION"],
    ["9903.96.03", "SECTION_232", "EXEMPTION"],
    ["9903.76.01", "SECTION_232", "DUTY"],
    ["9903.88.03", "SECTION_301", "DUTY"],
    ["9903.03.12", "OTHER", "DUTY"],
    ["9903.05.39", "SECTION_301", "DUTY"],
    ["9903.04.62", "SECTION_232", "DUTY"],
  ])("M19: %s is %s, %s", (code, authority, kind) => {
    expect(lookUp(code, "2025-07-01")).toMatchObject({ authority, kind, listed: true });
  });

  it.each([
    ["9902.01.01", "OTHER"],
    ["9903.94.99", "SECTION_232"],
    ["9903.88.99", "SECTION_301"],
    ["9903.45.99", "SECTION_201"],
    ["9904.01.01", "OTHER"],
  ])("falls back to the prefix: %s is %s and nothing else is known", (code, authority) => {
    expect(lookUp(code, "2025-07-01")).toMatchObject({
      authority,
      listed: false,
      kind: null,
      ratePercent: null,
    });
  });

  it.each(["9903.00.01", "9903.96.99", "9999.00.00"])("knows nothing of %s", (code) => {
    expect(lookUp(code, "2025-07-01")).toBeNull();
  });

  it.each([
    ["9903.01.24", "CN", true],
    ["9903.01.24", "MO", false], // Macau not covered
    ["9903.01.25", "CN", true],
    ["9903.01.25", "CA", false], // ALL_EXCEPT
    ["9903.01.33", "VN", true], // ALL
    ["9903.01.33", null, null],
    ["9903.02.20", "DE", false], // not in force in July 2025
  ])("%s on goods of %s: covered is %s", (code, origin, covered) => {
    const program = lookUp(code, "2025-07-01", origin);
    expect(program?.originCovered).toBe(program?.inForce ? covered : null);
  });

  it("knows the five deals whose 15 % contains the ordinary duty", () => {
    const codes = CHAPTER_99_ROWS.filter(({ code }) => code.startsWith("9903.02"))
      .filter(({ code }) => lookUp(code, null)?.includesColumn1)
      .map(({ code }) => code);
    expect(codes).toEqual(["9903.02.20", "9903.02.73", "9903.02.80", "9903.02.83", "9903.02.88"]);
  });
});
