import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { day } from "@/lib/domain";

import { main } from "./main";
import type { ScreenReport } from "./screen-report";

const HEADINGS = "Entry Number,Entry Type,Entry Date,HTS Code,Duty";
const LIQUIDATION = "Liquidation Date,Liquidation Status";
const ROW = "ZZX10000011,01,2025-09-15,9903.01.25,100";

const FILES = {
  "open.csv": `${HEADINGS},${LIQUIDATION}\n${ROW},,Unliquidated\n`,
  "bare.csv": `${HEADINGS}\n${ROW}\n`,
  "damaged.csv": `${HEADINGS},${LIQUIDATION}\n401234562,01,2025-02-20,9903.01.20,1100,,\n${ROW},,Unliquidated\n`,
  "unbounded.csv": `${HEADINGS},${LIQUIDATION}\nZZX10000011,01,2025-09-15,9903.01.25,1.2.3,,Unliquidated\n`,
  "ambiguous.csv": "Entry Number,HTS Code,Total Duty\nZZX10000011,99030124,5\n",
  "no-header.csv": "a,b,c\n1,2,3\n",
  "no-rows.csv": `${HEADINGS}\n`,
  "empty.csv": "",
  "list.csv": "Entry Number\nZZX10000011\n98712345671\nbroken\n",
  "archive.csv": "PK\u0003\u0004",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "capedesk-screen-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (...argv: readonly string[]) => main(argv, { folder, today: day("2026-11-21") });

async function printed(...argv: readonly string[]): Promise<string> {
  const outcome = await run(...argv);
  if (outcome.exitCode !== 0) throw new Error(outcome.error);
  return [...outcome.output].join("");
}
const reportOf = async (...argv: readonly string[]) =>
  JSON.parse(await printed(...argv, "--json")) as ScreenReport;

async function refusal(...argv: readonly string[]): Promise<string> {
  const outcome = await run(...argv);
  if (outcome.exitCode !== 2) throw new Error("Not refused");
  return outcome.error;
}

describe("screen --json", () => {
  it("is one JSON object with the promised fields, in order", async () => {
    const report = await reportOf("open.csv");
    expect(Object.keys(report)).toEqual(["rulesVersion", "asOf", "rows", "entries", "totals"]);
    expect(Object.keys(report.rows)).toEqual(["read", "used", "setAside"]);
    expect(report.entries.map((entry) => Object.keys(entry))).toEqual([
      [
        ...["entryNumber", "lane", "refundable", "refundableMin", "refundableMax"],
        ...["interest", "interestFrom", "interestTo", "reasons", "clocks"],
      ],
    ]);
  });

  it("is one JSON object also without entries", async () => {
    const report = await reportOf("list.csv", "--claimed", "list.csv").catch(() => null);
    expect(report).toBeNull(); // a list of claims is no file to screen
    const { entries, rows } = await reportOf("damaged.csv");
    expect([entries.length, rows]).toEqual([1, { read: 2, used: 1, setAside: 1 }]);
  });

  it("O11: without --as-of the day is today, and asOf says which", async () => {
    expect((await reportOf("open.csv")).asOf).toBe("2026-11-21");
    expect((await reportOf("open.csv", "--as-of", "2026-04-20")).asOf).toBe("2026-04-20");
    expect((await reportOf("--as-of=2027-02-01", "open.csv")).asOf).toBe("2027-02-01");
  });

  it("--class other earns more than the corporation that is assumed", async () => {
    const interestFor = async (...argv: readonly string[]) =>
      Number((await reportOf("open.csv", ...argv)).totals.interest);
    expect(await interestFor("--class", "corporation")).toBe(await interestFor());
    expect(await interestFor("--class", "other")).toBeGreaterThan(await interestFor());
  });

  it("O6: --claimed takes a list of numbers, and may be given more than once", async () => {
    expect((await reportOf("open.csv")).entries[0]?.lane).toBe("cape-ready");
    const claimed = await reportOf("open.csv", "--claimed", "list.csv", "--claimed", "list.csv");
    expect(claimed.entries[0]?.lane).toBe("already-claimed");
  });

  it("R17: a file named twice is read twice, and its rows repeat each other", async () => {
    const { rows, totals } = await reportOf("open.csv", "open.csv", "open.csv");
    expect(rows).toEqual({ read: 3, used: 1, setAside: 2 });
    expect(totals.refundable).toBe("100.00");
  });

  it("joins a second file on the entry number, in either order", async () => {
    const report = await reportOf("bare.csv", "open.csv");
    expect(report.entries).toMatchObject([{ lane: "cape-ready", refundable: "100.00" }]);
    expect(await reportOf("open.csv", "bare.csv")).toEqual(report);
  });
});

describe("screen for people", () => {
  it("says the day, the rules, the rows, the lanes and the totals", async () => {
    const text = await printed("open.csv", "--class", "other");
    expect(text).toContain("1 entry as of 2026-11-21, by the rules of version 2");
    expect(text).toContain("Rows: 1 read = 1 used + 0 set aside\n");
    expect(text).toContain("Interest: at the rates for importers that are no corporations\n");
    expect(text).toMatch(/^CAPE ready +1 +100\.00$/m);
    expect(text).toMatch(/^Total, certain +1 +100\.00$/m);
  });

  it("I11: says that a corporation is assumed when nobody said", async () => {
    expect(await printed("open.csv")).toContain("because --class was not given");
    expect(await printed("open.csv", "--class", "corporation")).not.toContain("--class");
  });

  it("C5: counts entries that only the claims file names, and its rows without a number", async () => {
    const text = await printed("open.csv", "--claimed", "list.csv");
    expect(text).toContain("- 1 entry stands only in the claims file");
    expect(text).toContain("- 1 row of the claims file has no readable entry number");
  });

  it("N2, R15: names the row that lost its zeros, the proposal and the money that is not screened", async () => {
    const text = await printed("damaged.csv");
    expect(text).toContain("2 read = 1 used + 1 set aside (1 entry number that lost leading zeros)");
    expect(text).toMatch(
      /damaged\.csv, row 2, Entry Number: .*lost its leading zeros \(401234562\).*004-0123456-2/,
    );
    expect(text).toContain("IEEPA duty of 1,100.00 stands on rows that belong to no entry");
  });

  it("L3: names the liquidation columns that the file lacks", async () => {
    expect(await printed("bare.csv")).toContain("bare.csv has no column Liquidation Date: ");
  });

  it("O12: counts the entries without an upper bound", async () => {
    expect(await printed("unbounded.csv")).toContain("- 1 entry has no upper bound");
  });
});

describe("unusable input ends with 2 and one sentence", () => {
  it.each([
    { argv: [], says: "Name at least one file to screen: npm run --silent screen -- FILE..." },
    { argv: ["open.csv", "--jsn"], says: "Unknown option '--jsn'; write: npm run" },
    { argv: ["open.csv", "--as-of"], says: "Option '--as-of <value>' argument missing; write: npm run" },
    { argv: ["open.csv", "--as-of", "2026-02-30"], says: '"2026-02-30" is none' },
    { argv: ["open.csv", "--as-of", "21/11/2026"], says: "written YYYY-MM-DD" },
    { argv: ["open.csv", "--class", "llc"], says: '--class must be corporation or other, and "llc"' },
    { argv: ["missing.csv"], says: "missing.csv cannot be read: there is no such file." },
    { argv: ["open.csv/x"], says: "open.csv/x cannot be read: there is no such file." },
    { argv: ["."], says: ". cannot be read: it is a folder." },
    { argv: ["open.csv", "--claimed", "missing.csv"], says: "missing.csv cannot be read" },
    { argv: ["open.csv", "--claimed", "open.csv"], says: "holds entries, not claim results" },
    { argv: ["list.csv"], says: "holds claim results (Claim Details), not entries" },
    { argv: ["open.csv", "empty.csv"], says: "empty.csv cannot be used: The file is empty." },
    { argv: ["no-rows.csv"], says: "there are no rows" },
    { argv: ["archive.csv"], says: "ZIP archive" },
  ])("O9: $argv", async ({ argv, says }) => {
    const error = await refusal(...argv);
    expect(error).toContain(says);
    expect(error).toMatch(/^[^\n]+\n$/);
  });

  it("O9: a file without recognisable headings", async () => {
    expect(await refusal("no-header.csv", "--json")).toContain("No row of column headings was found");
  });

  it("R12: an ambiguous heading is named", async () => {
    expect(await refusal("ambiguous.csv")).toContain("the column `Total Duty` may mean");
  });

  it("O13, D8: a day before CAPE names the first day covered", async () => {
    expect(await refusal("open.csv", "--as-of", "2026-04-19")).toBe(
      "No rule covers 2026-04-19: the first day that can be screened is 2026-04-20, when CAPE opened.\n",
    );
    expect((await run("open.csv", "--as-of", "2026-04-20")).exitCode).toBe(0);
  });
});
