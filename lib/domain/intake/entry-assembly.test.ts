import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { valuesOf } from "../facts";
import { usdText } from "../money";
import { aNumber } from "../testing/an-entry";
import { assembled, rawRows } from "../testing/a-table";
import { setAsideCount } from "./accounting";
import type { AssembledFile } from "./assembled-file";
import { EntryAssembly } from "./entry-assembly";
import { recogniseHeader } from "./recognise-header";

const HEADER =
  "Entry Summary Number|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Duty Amount";
const LIQUIDATION = `${HEADER}|Liquidation Date|Liquidation Status`;
const GROUPED = "Entry Number|Entry Type|Importer Number|Line No|HTS Code|Duty";
const A = "ZZX10000011";
const B = "ZZX10000029";

const reasonsOf = (file: AssembledFile) => file.setAside.map(({ source, reason }) => [source.row, reason]);
const entryOf = (file: AssembledFile, number: string) => file.entries.get(aNumber(number));
const dutiesOf = (file: AssembledFile, number: string) =>
  entryOf(file, number)?.lines.map(({ duty }) => (duty === null ? null : usdText(duty)));

describe("rows that are no data", () => {
  it("R1: title rows, the first heading row and blank lines are not read; repeated headings, totals and footers are", () => {
    const file = assembled([
      "Title",
      "",
      HEADER,
      `${A}|1|1|99030124|5`,
      "",
      HEADER,
      "Total||||5",
      "Report generated today",
    ]);
    expect(file.accounting).toMatchObject({ read: 4, used: 1 });
    expect(reasonsOf(file)).toEqual([
      [6, "repeated-header"],
      [7, "total-row"],
      [8, "footer"],
    ]);
  });

  it.each(["TOTAL", "Grand Total:", "Subtotal", "Sub-Total", "Totals", "Sum", "* Total"])(
    "R1: %s in the entry number is a total, whatever its amount",
    (word) => {
      expect(reasonsOf(assembled([HEADER, `${A}|1|1|99030124|5`, `${word}||||5`]))).toEqual([
        [3, "total-row"],
      ]);
    },
  );

  it("a total that repeats the entry number is not counted a second time", () => {
    expect(reasonsOf(assembled([HEADER, `${A}|1|1|99030124|5`, `${A}|Total|||5`]))).toEqual([
      [3, "total-row"],
    ]);
  });

  it("an importer called Total is an importer", () => {
    const file = assembled([`Importer Name|${HEADER}`, `Total Logistics Inc|${A}|1|1|99030124|5`]);
    expect(file.accounting).toMatchObject({ read: 1, used: 1 });
  });

  it("a table with other columns below stops the reading", () => {
    const rows = rawRows(HEADER, `${A}|1|1|99030124|5`, "HTS Code|Entry Number|Duty|Entry Date");
    const header = recogniseHeader(rows.slice(0, 1));
    if (header.kind !== "recognised") throw new Error(header.kind);
    const assembly = new EntryAssembly(header.layout, "a.csv");
    expect(rows.slice(1).map((row) => assembly.add(row))).toEqual(["added", "another-header"]);
  });

  it("a row with more cells than headings is set aside: every cell behind the extra comma is in the wrong column", () => {
    expect(assembled([HEADER, `${A}|1|1|99030124|5|6`]).setAside).toMatchObject([
      { reason: "too-many-cells", problems: [{ kind: "too-many-cells", expected: 5, found: 6 }] },
    ]);
    expect(assembled([HEADER, `${A}|1|1|99030124|5||`]).accounting.used).toBe(1);
  });
});

describe("entry numbers", () => {
  it("N1: is normalised without asking", () => {
    expect(assembled([HEADER, `="zzx-1000001-1"|1|1|99030124|5`]).entries.has(aNumber(A))).toBe(true);
  });

  it("N2: lost zeros are proposed and never put back", () => {
    const file = assembled([HEADER, "401234562|1|1|99030124|5"]);
    expect(file.entries.size).toBe(0);
    expect(file.setAside).toMatchObject([
      {
        source: { row: 2 },
        reason: "entry-number-lost-zeros",
        problems: [{ kind: "entry-number-lost-zeros", found: "401234562", proposals: ["00401234562"] }],
        cells: ["401234562", "1", "1", "99030124", "5"],
      },
    ]);
  });

  it("N3: a failing check digit is no reason to set a row aside", () => {
    expect(assembled([HEADER, "ZZX10000204|1|1|99030125|5"]).accounting.used).toBe(1);
  });

  it("R15: an unreadable number makes no entry, and its IEEPA duty is money not screened", () => {
    const file = assembled([
      HEADER,
      "9.87123E+10|1|1|99030124|$4.10",
      "9.87123E+10|1|2|99038803|100",
      "9.87123E+10|1|3|99030126|100",
      "|1|4|99030125|0.90",
      `${A}|1|1|99030124|5`,
    ]);
    expect(file.accounting.setAside).toEqual({ "entry-number-unreadable": 3, "no-entry-number": 1 });
    expect(usdText(file.accounting.moneyNotScreened)).toBe("5.00");
  });
});

describe("R2: a blank entry number", () => {
  it("belongs to the entry above where all entry cells are blank and a tariff number is present", () => {
    const file = assembled([GROUPED, `${A}|01|89-123456700|1|9903.01.24|5`, `|||1|8413.91.9085|7`]);
    expect(dutiesOf(file, A)).toEqual(["5.00", "7.00"]);
  });

  it.each([
    { row: "|01||1|8413.91.9085|7", because: "an entry cell is filled" },
    { row: "|||1||7", because: "there is no tariff number" },
  ])("belongs to nobody when $because", ({ row }) => {
    const file = assembled([GROUPED, `${A}|01|89-123456700|1|9903.01.24|5`, row]);
    expect(file.accounting.setAside).toEqual({ "no-entry-number": 1 });
  });

  it("belongs to nobody when no entry stands above", () => {
    expect(assembled([GROUPED, "|||1|8413.91.9085|7"]).accounting.setAside).toEqual({ "no-entry-number": 1 });
  });

  it.each(["9.87123E+10|01||1|9903.01.24|5", "|01|89-1||9903.01.24|5", "TOTAL|||||5"])(
    "never slips past %s to an earlier entry",
    (between) => {
      const file = assembled([GROUPED, `${A}|01|89-123456700|1|9903.01.24|5`, between, "|||1|9903.01.25|3"]);
      expect(dutiesOf(file, A)).toEqual(["5.00"]);
      expect(file.accounting.read).toBe(3);
      expect(setAsideCount(file.accounting)).toBe(2);
    },
  );

  it("passes a repeated heading row, as at a page break", () => {
    const file = assembled([GROUPED, `${A}|01|89-123456700|1|9903.01.24|5`, GROUPED, "|||1|9903.01.25|3"]);
    expect(dutiesOf(file, A)).toEqual(["5.00", "3.00"]);
  });
});

describe("what a row shows", () => {
  it("R8: blanks are filled from other rows, and different values stand side by side", () => {
    const header = `${HEADER}|Entry Date|Importer Name`;
    const file = assembled([
      header,
      `${A}|1|1|99030124|5|03/10/2025|`,
      `${A}|1|2|99030125|5||HARBOR`,
      `${B}|1|1|99030124|5|03/10/2025|`,
      `${A}|1|3|99030133|5|03/11/2025|HARBOR`,
    ]);
    const facts = entryOf(file, A)?.facts;
    expect(facts && valuesOf(facts.entryDate)).toEqual(["2025-03-10", "2025-03-11"]);
    expect(facts?.importerName).toEqual([{ value: "HARBOR", source: { file: "a.csv", row: 3 } }]);
  });

  it("R10: an unreadable duty is unknown and reported, and the row is used", () => {
    const file = assembled([HEADER, `${A}|1|1|99030124|5 CR`]);
    expect(dutiesOf(file, A)).toEqual([null]);
    expect(file.problems).toEqual([
      {
        kind: "duty-unreadable",
        column: "Line Tariff Duty Amount",
        count: 1,
        examples: [{ kind: "duty-unreadable", row: 2, column: "Line Tariff Duty Amount", found: "5 CR" }],
      },
    ]);
  });

  it("R11: a duty without a readable tariff number is used", () => {
    const file = assembled([HEADER, `${A}|1|1|9903|5`, `${A}|1|2||6`]);
    expect(entryOf(file, A)?.lines).toMatchObject([
      { hts: null, htsFound: "9903" },
      { hts: null, htsFound: "" },
    ]);
    expect(file.problems).toMatchObject([{ kind: "tariff-number-unreadable", count: 1 }]);
  });

  it("R16: rows of a liquidation list are used and bring no lines", () => {
    const file = assembled(["Entry Number|Liquidation Date", `${A}|03/10/2026`, `${A}|03/10/2026`, `${B}|`]);
    expect(file.accounting).toMatchObject({ read: 3, used: 2, setAside: { "identical-repeat": 1 } });
    expect(entryOf(file, A)).toMatchObject({
      lines: [],
      facts: { liquidationDate: [{ value: "2026-03-10" }] },
    });
    expect(entryOf(file, B)?.facts.liquidationBlank).toHaveLength(1);
  });

  it("L22: the clocks run from the last liquidation, so a reliquidation date wins over an earlier one", () => {
    const header = "Entry Number|Liquidation Date|Reliquidation Date";
    const file = assembled([header, `${A}|03/10/2026|06/01/2026`, `${B}|03/10/2026|`]);
    expect(entryOf(file, A)?.facts.liquidationDate).toMatchObject([{ value: "2026-06-01" }]);
    expect(entryOf(file, B)?.facts.liquidationDate).toMatchObject([{ value: "2026-03-10" }]);
  });
});

describe("L2: both liquidation cells blank", () => {
  const blankOf = (lines: string[]) => entryOf(assembled(lines), A)?.facts.liquidationBlank.length;
  const a = `${A}|1|1|99030124|5||`;

  it("mean not liquidated where some row of the file carries a date", () => {
    expect(blankOf([LIQUIDATION, a, `${B}|1|1|99030124|5|01/23/2026|Liquidated`])).toBe(1);
  });

  it("L29: a set-aside row with a date, even a future one, is enough", () => {
    expect(blankOf([LIQUIDATION, a, "9.8E+10|1|1|99030124|5|01/23/2036|"])).toBe(1);
  });

  it("mean nothing where no row carries a date", () => {
    expect(blankOf([LIQUIDATION, a, `${B}|1|1|99030124|5||Liquidated`])).toBe(0);
  });

  it("L3: mean nothing where the column is absent", () => {
    const file = assembled([HEADER, `${A}|1|1|99030124|5`]);
    expect(file.liquidationColumn).toBe("absent");
    expect(entryOf(file, A)?.facts.liquidationBlank).toEqual([]);
  });

  it("are not blank on an entry whose date is unreadable or whose status stands on another row", () => {
    const live = `${B}|1|1|99030124|5|01/23/2026|Liquidated`;
    expect(blankOf([LIQUIDATION, `${A}|1|1|99030124|5|23.01.2026|`, live])).toBe(0);
    expect(blankOf([LIQUIDATION, a, `${A}|1|2|99030125|5||Suspended`, live])).toBe(0);
  });
});

it("R1: read is used plus set aside, and used rows are the rows of the entries, for any file", () => {
  const cell = (...texts: string[]) => fc.constantFrom(...texts);
  const row = fc.tuple(
    cell(A, B, A, B, "", "401234562", "Total", "9.9E+10", "Entry Summary Number"),
    cell("1", "2", ""),
    cell("1", "2", "", "Total"),
    cell("99030124", "8413919085", "", "HTS Number - Full"),
    cell("5", "5.00", "7", "-5", "(5.00)", "", "x", "0"),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const lines = rows.map((cells) => cells.join("|"));
      const file = assembled([HEADER, ...lines]);
      const { read, used } = file.accounting;
      const blank = rows.filter((cells) => cells.every((text) => text === "")).length;
      expect(read).toBe(rows.length - blank);
      expect(used + setAsideCount(file.accounting)).toBe(read);
      expect(file.setAside).toHaveLength(read - used);
      const rowsOfEntries = [...file.entries.values()].flatMap(({ lines: own, factRows }) => [
        ...own,
        ...(factRows ?? []),
      ]);
      expect(rowsOfEntries).toHaveLength(used);
    }),
  );
});
