import { describe, expect, it } from "vitest";
import {
  certainTotal,
  chapter99Code,
  day,
  lookUpChapter99,
  NO_COLUMN1_RATES,
  parseHtsNumber,
  stackOf,
  usdText,
  withGivenRates,
} from "../index";
import { aCommodity, aLine, anEntry, type EntrySketch, type LineSketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";

// What brokers, reject reports, public code and articles get wrong about Chapter 99, one test per mistake.

const lines = (...sketches: readonly LineSketch[]) => sketches.map((sketch) => aLine(sketch));
const refundable = (sketch: EntrySketch): string | null => {
  const { certain } = screened(sketch).refund;
  return certain === null ? null : usdText(certain);
};
const flags = (sketch: EntrySketch): readonly string[] =>
  stackOf(anEntry(sketch), NO_COLUMN1_RATES).flatMap((row) => row.flags.map(({ kind }) => kind));
const lookUp = (code: string, on: string | null = "2025-09-15", origin: string | null = null) =>
  lookUpChapter99(chapter99Code(code), on === null ? null : day(on), origin);
const messages = (sketch: EntrySketch, asOf?: string): readonly string[] => {
  const { predicted } = screened(sketch, asOf);
  return predicted.kind === "accepted" ? [] : predicted.messages.map(({ message }) => message);
};
const filed = (...numbers: readonly string[]): readonly ReturnType<typeof aLine>[] =>
  numbers.map((hts, index) =>
    hts.startsWith("99")
      ? aLine({ hts, ordinal: String(index + 1) })
      : aCommodity({ hts, ordinal: String(index + 1) }),
  );
const GOODS = "8413.91.9085";

describe("frequent mistakes about Chapter 99", () => {
  it("1: exemption numbers counted as duty that was paid", () => {
    for (const code of ["9903.01.26", "9903.01.27", "9903.01.32", "9903.01.33"])
      expect(lookUp(code), code).toMatchObject({ authority: "IEEPA", kind: "EXEMPTION" });
    expect(screened({ lines: [...lines({ hts: "9903.01.26", duty: "0" }), aCommodity()] }).lane).toBe(
      "not-ieepa",
    );
    // 50 % of a 232 row typed one row too high is still not IEEPA money.
    const tooHigh = [...lines({}, { hts: "9903.01.33", duty: "500" }), aCommodity()];
    expect(refundable({ lines: tooHigh })).toBe("100.00");
    expect(flags({ lines: tooHigh })).toContain("duty-on-exemption-number");
  });

  it("2: the whole 15 % row taken as the refund", () => {
    const eu: EntrySketch = {
      entered: "2025-09-10",
      lines: [aLine({ hts: "9903.02.20", duty: "3000" }), aCommodity({ value: "20000" })],
    };
    const unknown = screened(eu).refund;
    expect([usdText(unknown.min), unknown.certain, usdText(unknown.max!)]).toEqual(["0.00", null, "3000.00"]);
    expect(usdText(certainTotal([unknown.certain]))).toBe("0.00");
    const column1 = withGivenRates(new Map(), new Map([[parseHtsNumber(GOODS)!, "2.5"]]));
    expect(usdText(screened(eu, undefined, { column1 }).refund.certain!)).toBe("2500.00");
  });

  it("3: the China numbers swapped, and 9903.01.36, which circulates and does not exist", () => {
    expect(lookUp("9903.01.24")?.program).toBe("IEEPA_FENTANYL_CN");
    expect(lookUp("9903.01.25")?.program).toBe("IEEPA_RECIPROCAL_BASELINE");
    expect(lookUp("9903.01.77")?.program).toBe("IEEPA_BRAZIL");
    expect(lookUp("9903.01.77", "2025-09-15", "CN")?.originCovered).toBe(false);
    expect(lookUp("9903.01.36")).toMatchObject({ listed: false, kind: null });
    const entry = { lines: [aLine({ hts: "9903.01.36" }), aCommodity()] };
    expect(refundable(entry)).toBeNull();
    expect(messages(entry)).toContain("INVALID HTS");
  });

  it("4: 9903.74, .76, .79 and .82 called Section 122 or IEEPA, and 9903.96.01 and .02 called duties", () => {
    for (const code of ["9903.74.01", "9903.76.01", "9903.79.01", "9903.82.02"])
      expect(lookUp(code, null)?.authority, code).toBe("SECTION_232");
    expect(lookUp("9903.03.01", "2026-02-24")?.authority).toBe("SECTION_122");
    expect(lookUp("9903.03.11", null)?.authority).toBe("SECTION_122");
    for (const code of ["9903.96.01", "9903.96.02"])
      expect(lookUp(code), code).toMatchObject({ authority: "IEEPA", kind: "EXEMPTION" });
    const timber = { lines: [aLine({ hts: "9903.76.01", duty: "100" }), aCommodity()] };
    expect([screened(timber).lane, refundable(timber)]).toEqual(["not-ieepa", "0.00"]);
  });

  it("5: Section 301 duty treated as CAPE money", () => {
    for (const code of ["9903.88.03", "9903.91.01"]) expect(lookUp(code)?.authority).toBe("SECTION_301");
    expect(refundable({ lines: [...lines({ hts: "9903.88.03", duty: "250" }, {}), aCommodity()] })).toBe(
      "100.00",
    );
    const alone = { lines: [aLine({ hts: "9903.91.01", duty: "250" }), aCommodity()] };
    expect(screened(alone).lane).toBe("not-ieepa");
    expect(messages(alone)).toEqual(["NO IEEPA HTS ON ENTRY"]);
  });

  it("6: the window ended on 7 or 20 February 2026 instead of the 23rd", () => {
    for (const entered of ["2026-02-07", "2026-02-08", "2026-02-20", "2026-02-21", "2026-02-23"])
      expect([screened({ entered }).lane, refundable({ entered })], entered).toEqual([
        "cape-ready",
        "100.00",
      ]);
    expect(screened({ entered: "2026-02-24" }).lane).toBe("not-ieepa");
  });

  it("7: one China rate for all of 2025, no country rates of 9 April, no goods in transit", () => {
    const rates = (code: string, ...days: readonly string[]) =>
      days.map((on) => lookUp(code, on)?.ratePercent ?? null);
    expect(rates("9903.01.20", "2025-02-04", "2025-03-03", "2025-03-04")).toEqual(["10", "10", null]);
    expect(rates("9903.01.24", "2025-03-04", "2025-11-09", "2025-11-10")).toEqual(["20", "20", "10"]);
    expect(rates("9903.01.63", "2025-04-08", "2025-04-09", "2025-04-10", "2025-05-13", "2025-05-14")).toEqual(
      [null, "84", "125", "125", null],
    );
    expect(rates("9903.01.72", "2025-04-08", "2025-04-09", "2025-04-10")).toEqual([null, "46", null]);
    // Vietnam, loaded before 7 August: 10 % on .25 is right in September.
    const inTransit: EntrySketch = {
      entered: "2025-09-15",
      lines: [aLine({ origin: "VN" }), aCommodity({ origin: "VN" })],
    };
    expect(messages(inTransit)).toEqual([]);
    expect(flags(inTransit)).not.toContain("rate-mismatch");
  });

  it("8: 232 duty on the IEEPA row, or all duties summed on one row; each row has its own rate", () => {
    const china = (fentanyl: string, reciprocal: string): EntrySketch => ({
      lines: [
        aLine({ hts: "9903.88.03", duty: "250", origin: "CN" }),
        aLine({ hts: "9903.01.24", duty: fentanyl, origin: "CN" }),
        aLine({ duty: reciprocal, origin: "CN" }),
        aCommodity({ origin: "CN" }),
      ],
    });
    expect(flags(china("200", "100"))).not.toContain("rate-mismatch");
    expect(flags(china("550", "0"))).toContain("rate-mismatch");
    expect(flags(china("500", "100"))).toContain("rate-mismatch");
    expect(screened(china("550", "0")).lane).toBe(screened(china("200", "100")).lane);
  });

  it("9: the non-metal line left out of reciprocal duty, or the metal line charged with it", () => {
    const content = (...nonMetal: readonly LineSketch[]): EntrySketch => ({
      entered: "2025-07-10",
      lines: [
        ...lines({ hts: "9903.01.24", duty: "1400", ordinal: "1" }, ...nonMetal),
        aCommodity({ hts: "8421.39.0115", value: "7000", ordinal: "3" }),
        ...lines(
          { hts: "9903.01.24", duty: "600", line: "2", ordinal: "1" },
          { hts: "9903.01.33", duty: "0", line: "2", ordinal: "2" },
          { hts: "9903.81.91", duty: "1500", line: "2", ordinal: "3" },
        ),
        aCommodity({ hts: "8421.39.0115", value: "3000", line: "2", ordinal: "4" }),
      ],
    });
    const right = content({ duty: "700", ordinal: "2" });
    expect([refundable(right), reasonKinds(screened(right)).includes("no-reciprocal-number")]).toEqual([
      "2700.00",
      false,
    ]);
    expect(reasonKinds(screened(content()))).toContain("no-reciprocal-number");
    // Charged on the metal, reciprocal duty is IEEPA money like any other; the 232 duty stays.
    const metal = lines({ hts: "9903.01.25", duty: "300" }, { hts: "9903.81.91", duty: "1500" });
    expect(refundable({ lines: [...metal, aCommodity({ value: "3000" })] })).toBe("300.00");
  });

  it("10: value on the 9903 row, numbers out of sequence, a partner missing", () => {
    const valued = { lines: [aLine({ value: "1000" }), aCommodity()] };
    expect(messages(valued, "2026-06-25")).toContain("GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE");
    expect(messages(valued, "2026-06-26")).toEqual([]);
    expect(refundable(valued)).toBe("100.00");
    const disordered = { lines: filed(GOODS, "9903.01.25") };
    expect(messages(disordered, "2026-05-01")).toContain("HTS RELATIONSHIP/SEQUENCE MISMATCH");
    expect(messages(disordered)).toEqual(["UNABLE TO CALCULATE DUTY"]);
    expect(messages({ lines: filed("9903.01.24", GOODS) })).toEqual(["HTS RELATIONSHIP MISMATCH"]);
    expect(messages({ lines: filed("9903.01.24", "9903.01.25", GOODS) })).toEqual([]);
  });

  it("11: 9903.85.67 and .68 follow where aluminum was smelted and cast, not its origin alone", () => {
    for (const code of ["9903.85.67", "9903.85.68"])
      for (const origin of ["RU", "TR", "CN"])
        expect(lookUp(code, "2025-09-15", origin), `${code} ${origin}`).toMatchObject({
          authority: "SECTION_232",
          ratePercent: "200",
          originCovered: true,
        });
    const turkish = [aLine({ hts: "9903.85.67", duty: "2000", origin: "TR" }), aCommodity({ origin: "TR" })];
    expect(flags({ lines: turkish })).not.toContain("rate-mismatch");
    expect(screened({ lines: turkish }).lane).toBe("not-ieepa");
  });
});
