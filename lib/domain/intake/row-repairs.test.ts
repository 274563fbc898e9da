import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hasFittingCheckDigit, parseEntryNumber, withFittingCheckDigit } from "../identifiers";
import { layoutOf } from "./layout";
import { checkCell } from "./repair-check";
import { entryNumberOutlook } from "./repair-entry-number";
import { RepairGroups } from "./repair-groups";
import type { CellKind } from "./repair-proposal";
import { repairsOf } from "./repair-row";
import { dayFirstColumn, mendingWith, type RowRepair } from "./row-repairs";
import { rowReaderFor } from "./read-row";
import { usd } from "../money";

const LAYOUT = layoutOf(
  "es003",
  1,
  ["Entry Summary Number", "HTS Number - Full", "Line Tariff Duty Amount", "Entry Date", "Liquidation Date"],
  ["entryNumber", "htsNumber", "dutyAmount", "entryDate", "liquidationDate"],
);
const readRow = rowReaderFor(LAYOUT, "a.csv");
const raw = (...cells: readonly string[]) => ({ row: 7, cells });
const zeros: RowRepair = {
  row: 7,
  columnIndex: 0,
  original: "401234562",
  repaired: "00401234562",
  action: "restore-leading-zeros",
};

describe("the repairs of a row", () => {
  it("name every bad cell with its column, its text and what can be done", () => {
    const row = raw("401234562", "99030124", "1.234,50", "13/02/2025", "13/02/2025");
    const reading = readRow(row);
    if (reading.kind !== "set-aside") throw new Error(reading.kind);
    // The facts of a row that belongs to no entry are not read, so only number, tariff number and amounts are judged.
    expect(
      repairsOf(row, LAYOUT, reading.problems).map((each) => [each.columnIndex, each.original, each.state]),
    ).toEqual([
      [0, "401234562", "proven"],
      [2, "1.234,50", "likely"],
    ]);
  });

  it("tell two columns with the same heading and text apart", () => {
    const row = raw("ZZX10000011", "99030124", "5.00", "13/02/2025", "13/02/2025");
    const reading = readRow(row);
    if (reading.kind !== "row") throw new Error(reading.kind);
    expect(repairsOf(row, LAYOUT, reading.problems).map(({ columnIndex }) => columnIndex)).toEqual([3, 4]);
  });

  it("say of a row that was cut apart that only a new export helps", () => {
    const row = { row: 7, cells: ["ZZX10000011", "9903"], brokenQuotes: true } as const;
    const reading = readRow(row);
    if (reading.kind !== "set-aside") throw new Error(reading.kind);
    expect(repairsOf(row, LAYOUT, reading.problems)).toMatchObject([
      { columnIndex: null, state: "unrecoverable", loss: "row-cut-apart" },
    ]);
  });
});

describe("accepted repairs", () => {
  it("reach the cell they were accepted for, and no other", () => {
    const mend = mendingWith([zeros]);
    expect(mend(raw("401234562", "x")).cells).toEqual(["00401234562", "x"]);
    expect(mend({ row: 8, cells: ["401234562"] }).cells).toEqual(["401234562"]);
  });

  it("leave a cell alone that says something else than what was accepted", () => {
    expect(mendingWith([zeros])(raw("401234563")).cells).toEqual(["401234563"]);
  });

  it("fill a cell beyond the end of a short row", () => {
    const repair: RowRepair = { row: 7, columnIndex: 3, original: "", repaired: "x", action: "type-by-hand" };
    expect(mendingWith([repair])(raw("a")).cells).toEqual(["a", "", "", "x"]);
  });

  it("read the dates of a whole column day first, also those that could be read month first", () => {
    const mend = mendingWith([dayFirstColumn(3)]);
    expect(mend(raw("", "", "", "03/04/2025", "03/04/2025")).cells).toEqual([
      "",
      "",
      "",
      "2025-04-03",
      "03/04/2025",
    ]);
    expect(mend(raw("", "", "", "2025-04-03")).cells[3]).toBe("2025-04-03");
    expect(mend(raw("", "", "", "04/25/2025")).cells[3]).toBe("04/25/2025");
  });
});

describe("a typed cell", () => {
  it.each<{ kind: CellKind; text: string; answer: string }>([
    { kind: "entry-number", text: "zzx-1000001-1", answer: "ZZX10000011" },
    { kind: "entry-number", text: "ZZX-1000001-2", answer: "ZZX10000012 check-digit-does-not-fit" },
    { kind: "entry-number", text: "401234562", answer: "unreadable" },
    { kind: "amount", text: "(1,234.50)", answer: "-1234.5" },
    { kind: "amount", text: "1.234,50", answer: "unreadable" },
    { kind: "day", text: "3/4/25", answer: "2025-03-04" },
    { kind: "day", text: "13/02/2025", answer: "unreadable" },
    { kind: "tariff-number", text: "9903.01.24", answer: "99030124" },
    { kind: "origin", text: "cn", answer: "CN" },
    { kind: "entry-type", text: "1", answer: "01" },
    { kind: "text", text: "  anything ", answer: "anything" },
    { kind: "text", text: "a\tb", answer: "control-characters" },
    { kind: "amount", text: " ", answer: "blank" },
    { kind: "text", text: "x".repeat(201), answer: "too-long" },
  ])("$kind $text is $answer", ({ kind, text, answer }) => {
    const checked = checkCell(kind, text);
    const said = checked.ok
      ? [checked.value.readAs, checked.value.doubt ?? ""].join(" ").trim()
      : checked.problem.kind;
    expect(said).toBe(answer);
  });
});

describe("groups of repairs", () => {
  it("count cells, dollars and choices, keep three examples, and put what is proven first", () => {
    const groups = new RepairGroups();
    for (const number of ["9.87123E+10", "401234562", "401234562", "401234562", "401234562"]) {
      const row = raw(number, "99030124", "100.00");
      const reading = readRow(row);
      for (const repair of repairsOf(row, LAYOUT, reading.kind === "set-aside" ? reading.problems : []))
        groups.add(repair, usd("100"));
    }
    expect(
      groups
        .list()
        .map(({ state, action, loss, count, examples, ieepaDuty }) => [
          state,
          action ?? loss,
          count,
          examples.length,
          ieepaDuty.toFixed(2),
        ]),
    ).toEqual([
      ["proven", "restore-leading-zeros", 4, 3, "400.00"],
      ["unrecoverable", "digits-lost-to-scientific", 1, 1, "100.00"],
    ]);
  });
});

describe("no repair invents a number", () => {
  const damaged = fc
    .tuple(
      fc.stringMatching(/^[0-9A-Z]{3}\d{7}$/),
      fc.constantFrom("zeros", "letters", "decorated", "scientific", "cut", "spaced"),
      fc.nat(10),
    )
    .map(([first10, damage, at]) => {
      const parsed = parseEntryNumber(`${first10}0`);
      const number: string = parsed.ok ? withFittingCheckDigit(parsed.value) : first10;
      if (damage === "zeros") return number.replace(/^0+/, "");
      if (damage === "letters")
        return number.slice(0, 3) + number.slice(3).replace("0", "O").replace("1", "I");
      if (damage === "decorated") return `# ${number}.0`;
      if (damage === "scientific") return `${number.slice(0, 1)}.${number.slice(1, 1 + at)}E+10`;
      return damage === "cut" ? number.slice(0, at) : number.split("").join(" ");
    });

  it("N2 N5 N6: what is proven has a check digit that holds and every digit of the original, in its order", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const outlook = entryNumberOutlook(text);
        if (outlook.state !== "proven") return;
        const [{ proposed, proof }] = outlook.candidates;
        const parsed = parseEntryNumber(proposed);
        expect(proof).toBe("check-digit");
        expect(parsed.ok && hasFittingCheckDigit(parsed.value)).toBe(true);
        const digits = text
          .replace(/E\+10$/, "")
          .replace(/\.0$/, "")
          .replaceAll(/\D/g, "");
        expect(proposed).toMatch(new RegExp(Array.from(digits).join(".*")));
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it("every candidate is a text that intake reads", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { proposed } of entryNumberOutlook(text).candidates)
          expect(checkCell("entry-number", proposed).ok).toBe(true);
      }),
      { numRuns: 2_000, seed: 8 },
    );
  });
});
