import { describe, expect, it } from "vitest";
import {
  COLUMN_ALIASES,
  combineFiles,
  type Entry,
  parseEntryNumber,
  readAmount,
  recogniseHeader,
  screenEntry,
  day,
  NO_COLUMN1_RATES,
  usdText,
  valuesOf,
} from "../index";
import { assembled, rawRows } from "../testing/a-table";
import { aCommodity, aLine, aNumber, anEntry } from "../testing/an-entry";
import { missingFactsOf, reasonKinds, screened } from "../testing/screened";

// What goes wrong with the data before anything is filed, one test per mistake.

const NUMBER = "ZZX10000011";
const HEADER =
  "Entry Summary Number|Entry Type Code|Entry Date|Liquidation Status|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Goods Value Amount|Line Tariff Duty Amount";
const FACTS = `${NUMBER}|01|09/15/2025|Unliquidated`;
const report = (...rows: readonly string[]) => [HEADER, ...rows.map((row) => `${FACTS}|${row}`)];
const fromFiles = (files: Record<string, readonly string[]>): Entry => {
  const combined = combineFiles(
    new Map(Object.entries(files).map(([name, lines]) => [name, assembled(lines, name)])),
  );
  const entry = combined.entries.get(aNumber(NUMBER));
  if (entry === undefined) throw new Error("No entry");
  return entry;
};
const screenedOf = (entry: Entry) =>
  screenEntry(entry, { asOf: day("2026-11-21"), column1: NO_COLUMN1_RATES, rateClass: "corporation" });
const read = (found: string) => {
  const parsed = parseEntryNumber(found);
  return parsed.ok ? { number: parsed.value } : parsed.problem;
};

describe("mistakes of pulling the data", () => {
  it("the default ES-003, which has no liquidation columns", () => {
    const defaults = COLUMN_ALIASES.flatMap(({ report: kind, aliases }) =>
      kind === "es003" ? aliases.map(([, heading]) => heading as string) : [],
    );
    const header = recogniseHeader(rawRows(defaults.join("|")));
    expect(header.kind === "recognised" && header.absent.map(({ aceObject }) => aceObject)).toEqual([
      "Liquidation Date",
      "Liquidation Status",
    ]);
    const unknown = screened({ status: null });
    expect([unknown.lane, missingFactsOf(unknown)]).toEqual(["needs-data", ["liquidation"]]);
    expect(unknown.predicted.kind).toBe("uncertain");
  });

  it("the wrong report, which shows no IEEPA duty, so that the refund is given up", () => {
    const file = assembled(report("1|1|8413919085|1000|25"));
    expect(file.chapter99Rows).toBe(0);
    const { lane, findings } = screenedOf(fromFiles({ "a.csv": report("1|1|8413919085|1000|25") }));
    expect([lane, findings[0].reason.kind, findings[0].confidence]).toEqual([
      "not-ieepa",
      "no-ieepa-number",
      "inferred",
    ]);
  });

  it("an ES-003 pulled again after acceptance, without its IEEPA rows, taken for the truth", () => {
    const before = report("1|1|99030125||100", "1|2|8413919085|1000|25");
    const after = report("1|2|8413919085|1000|25");
    for (const files of [
      { "before.csv": before, "after.csv": after },
      { "after.csv": after, "before.csv": before },
    ]) {
      const entry = fromFiles(files);
      expect(usdText(screenedOf(entry).refund.certain!)).toBe("100.00");
      const claimed = {
        ...entry,
        claims: [{ outcome: "accepted", claimNumber: null, message: null }],
      } as const;
      expect(screenedOf(claimed).lane).toBe("already-claimed");
    }
    // Even where only the later report is left, an accepted claim says what became of the rows.
    const stripped = anEntry({ lines: [aCommodity()], claims: [{ outcome: "accepted" }] });
    expect(screenedOf(stripped).lane).toBe("already-claimed");
  });

  it("exports by date range that overlap, so that duty counts twice", () => {
    const rows = report("1|1|99030125||100", "1|2|8413919085|1000|25");
    const entry = fromFiles({ "august.csv": rows, "september.csv": rows });
    expect(usdText(screenedOf(entry).refund.certain!)).toBe("100.00");
  });

  it("a report that shows $0.00 where duty was paid, taken over silently", () => {
    const entry = fromFiles({
      "a.csv": report("1|1|99030125||100", "1|2|8413919085|1000|25"),
      "b.csv": report("1|1|99030125||$0.00"),
    });
    const { refund, lane } = screenedOf(entry);
    expect([usdText(refund.min), refund.certain, usdText(refund.max!), lane]).toEqual([
      "0.00",
      null,
      "100.00",
      "needs-data",
    ]);
  });

  it("the whole 15 % on the IEEPA number and FREE on the base line, taken as refund in full", () => {
    const screening = screenedOf(
      fromFiles({ "a.csv": report("1|1|99030220||150", "1|2|8413919085|1000|FREE") }),
    );
    expect([usdText(screening.refund.min), screening.refund.certain]).toEqual(["0.00", null]);
    expect(reasonKinds(screening)).toContain("column-1-unknown");
  });

  it("FREE in the duty cell read as unknown, or as a fault of the row", () => {
    expect(readAmount("FREE")).toMatchObject({ kind: "amount" });
    const free = screenedOf(fromFiles({ "a.csv": report("1|1|99030133||FREE", "1|2|8413919085|1000|FREE") }));
    expect([free.lane, usdText(free.refund.certain!)]).toEqual(["not-ieepa", "0.00"]);
  });
});

describe("mistakes of spreadsheets", () => {
  it("112345678: two zeros lost, guessed back although the check digit does not fit", () => {
    expect(read("112345678")).toMatchObject({ kind: "entry-number-unreadable", proposals: [] });
    expect(read("112345673")).toMatchObject({ kind: "entry-number-lost-zeros", proposals: ["00112345673"] });
    expect(read("00112345673")).toEqual({ number: "00112345673" });
  });

  it("12E00000123: a filer code with an E taken for a power of ten", () => {
    expect(read("12E00000123")).toEqual({ number: "12E00000123" });
    expect(read("1E512345678")).toEqual({ number: "1E512345678" });
    for (const lost of ["1.2E+124", "1.20E+124", "12E+123", "Infinity"])
      expect(read(lost), lost).toMatchObject({ kind: "entry-number-unreadable", proposals: [] });
  });

  it("a padded number trusted because its check digit fits: one wrong number in ten does", () => {
    const found = read("1200000121");
    expect("proposals" in found && found.proposals).toHaveLength(2);
    const file = assembled([HEADER, "1200000121|01|09/15/2025|Unliquidated|1|1|99030125||100"]);
    expect([file.entries.size, usdText(file.accounting.moneyNotScreened)]).toEqual([0, "100.00"]);
  });

  it("blank rows at the end, totals and repeated headings counted as entries", () => {
    const file = assembled([
      ...report("1|1|99030125||100"),
      HEADER,
      "Total||||||||100",
      "||||||||",
      "||||||||",
    ]);
    expect([...file.entries.keys()]).toEqual([NUMBER]);
    expect(file.accounting).toMatchObject({ read: 3, used: 1 });
  });

  it("two files with different liquidation dates, of which one is picked silently", () => {
    const file = (date: string) => ["Entry Number|Liquidation Date", `${NUMBER}|${date}`];
    const entry = fromFiles({
      "a.csv": report("1|1|99030125||100"),
      "b.csv": file("01/23/2026"),
      "c.csv": file("10/24/2026"),
    });
    expect(valuesOf(entry.facts.liquidationDate)).toEqual(["2026-01-23", "2026-10-24"]);
    expect(screenedOf(entry).lane).toBe("needs-data");
  });
});

describe("mistakes of asking too little or too much", () => {
  it("a preference or exclusion with no duty taught as a free ordinary rate", () => {
    const eu = [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity({ spi: "S" })];
    expect(screened({ lines: eu }).refund.certain).toBeNull();
  });
});
