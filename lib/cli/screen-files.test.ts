import { createReadStream } from "node:fs";
import path from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type AssembledFile, day, type RateClass } from "@/lib/domain";
import { readClaimsFile } from "@/lib/files/read-claims-file";
import { readEntriesFile } from "@/lib/files/read-entries-file";

import { screenFiles, type ScreenedFiles } from "./screen-files";
import type { ReportedEntry } from "./screen-report";

const HEADINGS =
  "Entry Number,Entry Type,Entry Date,Liquidation Date,Liquidation Status,Line No,HTS Code,Entered Value,Duty";
const OPEN = "01,2025-09-15,,Unliquidated,1";

/** Rows below the headings of a broker's report; every entry is of type 01, entered 2025-09-15, not liquidated. */
const rows = (...cells: readonly string[]): string =>
  [HEADINGS, ...cells.map((text) => text.replace("|", `,${OPEN},`))].join("\n");

async function assembled(name: string, text: string): Promise<AssembledFile> {
  const read = await readEntriesFile([Buffer.from(text)], { file: name });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.assembled;
}

type Options = { readonly asOf?: string; readonly rateClass?: RateClass; readonly claims?: string };

async function screened(
  texts: Readonly<Record<string, string>>,
  { asOf = "2026-11-21", rateClass = "corporation", claims }: Options = {},
): Promise<ScreenedFiles> {
  const files = new Map<string, AssembledFile>();
  for (const [name, text] of Object.entries(texts)) files.set(name, await assembled(name, text));
  const read = await readClaimsFile([Buffer.from(claims ?? "Entry Number\n8E000000126\n")], {
    file: "claims",
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return screenFiles({
    files,
    claims: claims === undefined ? [] : read.value.claims,
    asOf: day(asOf),
    rateClass,
  });
}

const reportOf = async (text: string, options?: Options) =>
  (await screened({ "a.csv": text }, options)).report;

async function entryOf(text: string, options?: Options): Promise<ReportedEntry> {
  const [entry] = (await reportOf(text, options)).entries;
  if (entry === undefined) throw new Error("No entry");
  return entry;
}

// Goods of the EU at 15 %, ordinary duty included: nothing in the file teaches the ordinary rate.
const FIFTEEN_PERCENT = rows("ZZX10000011|9903.02.20,,150", "ZZX10000011|8413.91.9085,1000,0");

describe("an entry of the report", () => {
  it("O1: refundable is null while it is a range, and so is the interest (I10)", async () => {
    expect(await entryOf(FIFTEEN_PERCENT)).toMatchObject({
      refundable: null,
      refundableMin: "0.00",
      refundableMax: "150.00",
      interest: null,
      interestFrom: null,
      interestTo: null,
    });
  });

  it("O3: refundableMax is null where a duty cell cannot be read", async () => {
    expect(await entryOf(rows("ZZX10000011|9903.01.25,,1.234.5"))).toMatchObject({
      lane: "needs-data",
      refundable: null,
      refundableMin: "0.00",
      refundableMax: null,
      interest: null,
    });
  });

  it("O4: nothing refundable earns 0.00 and has no dates", async () => {
    expect(await entryOf(rows("ZZX10000011|9903.01.26,,0"))).toMatchObject({
      lane: "not-ieepa",
      refundable: "0.00",
      interest: "0.00",
      interestFrom: null,
      interestTo: null,
    });
  });

  it("M6b, I15: a net below zero stands in all three figures and earns no interest", async () => {
    expect(await entryOf(rows("ZZX10000011|9903.01.25,,-40.10"))).toMatchObject({
      lane: "needs-data",
      refundable: "-40.10",
      refundableMin: "-40.10",
      refundableMax: "-40.10",
      interest: null,
    });
  });

  it("O7: the deciding reason comes first, each with its law and one of four confidences", async () => {
    const { lane, reasons } = await entryOf(rows("ZZX10000011|9903.01.25,,100"));
    expect(lane).toBe("cape-ready");
    expect(reasons[0]).toEqual({
      kind: "not-liquidated",
      law: "CSMS 68340863 (CBP, 13 Apr 2026); CBP, IEEPA duty refunds FAQ (cbp.gov, as of 2 Sep 2026)",
      confidence: "proven",
    });
    for (const { law, confidence } of reasons) {
      expect(law).not.toBe("");
      expect(["proven", "inferred", "unconfirmed", "unknown"]).toContain(confidence);
    }
  });

  it("O7: reasons that differ in nothing reported stand once", async () => {
    // Two lines with the value on the Chapter 99 row: one warning each.
    const { reasons } = await entryOf(rows("ZZX10000011|9903.01.25,9,1", "ZZX10000011|9903.01.24,9,2"));
    const texts = reasons.map((reason) => JSON.stringify(reason));
    expect(reasons.map(({ kind }) => kind)).toContain("value-on-chapter-99-row");
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("O7: clocks are of six kinds; a reconciliation due date is none of them", async () => {
    const text = [
      `${HEADINGS},Reconciliation Due Date`,
      "ZZX10000011,01,2025-09-15,2026-09-02,Liquidated,1,9903.01.25,,100,2027-01-15",
    ].join("\n");
    expect((await entryOf(text)).clocks).toEqual([
      { kind: "cape-window", lastDay: "2026-11-21" },
      { kind: "protest", lastDay: "2027-03-01" },
      { kind: "voluntary-reliquidation", lastDay: "2026-12-01" },
      { kind: "court", lastDay: "2027-09-15" },
      { kind: "psc", lastDay: "2026-07-12" },
    ]);
    expect((await entryOf(rows("ZZX10000011|9903.01.25,,100"))).clocks.map(({ kind }) => kind)).toEqual([
      "court",
      "psc",
      "default-liquidation",
    ]);
  });

  it("O8: interest runs from the deposit day, ten working days after entry, through the as-of day", async () => {
    expect(await entryOf(rows("ZZX10000011|9903.01.25,,100000"))).toMatchObject({
      interestFrom: "2025-09-29",
      interestTo: "2026-11-21",
    });
  });

  it("O10: money has two decimals, a minus sign and no separators; fractions are rounded once", async () => {
    const entry = await entryOf(rows('ZZX10000011|9903.01.25,,"$1,234,567.125"'));
    expect(entry.refundable).toBe("1234567.13");
    const total = await reportOf(rows("ZZX10000011|9903.01.25,,0.005", "ZZX10000029|9903.01.25,,0.005"));
    expect(total.entries.map(({ refundable }) => refundable)).toEqual(["0.01", "0.01"]);
    expect(total.totals.refundable).toBe("0.01");
  });

  it.each([
    { rateClass: "corporation", interest: "6825.03" },
    { rateClass: "other", interest: "8037.46" },
  ] as const)("100,000 deposited 2025-04-15 earn a $rateClass $interest by 2026-06-01", async (row) => {
    const text = `${HEADINGS},PMS Paid Date\nZZX10000011,01,2025-04-01,,Unliquidated,1,9903.01.25,,100000,2025-04-15`;
    expect(await entryOf(text, { asOf: "2026-06-01", rateClass: row.rateClass })).toMatchObject({
      interest: row.interest,
      interestFrom: "2025-04-15",
      interestTo: "2026-06-01",
    });
  });
});

describe("the list of entries", () => {
  it("O5: is sorted by code point, one object per number over all files", async () => {
    const { report } = await screened({
      "a.csv": rows("ZZX10000029|9903.01.25,,1", "8E000000126|9903.01.25,,1"),
      "b.csv": rows("98712345671|9903.01.25,,1", "ZZX10000029|9903.01.24,,2"),
    });
    expect(report.entries.map(({ entryNumber, refundable }) => [entryNumber, refundable])).toEqual([
      ["8E000000126", "1.00"],
      ["98712345671", "1.00"],
      ["ZZX10000029", "3.00"],
    ]);
  });

  it("O9, R17: rows sum over the files, and a row that two files show is used once", async () => {
    const { report, setAside } = await screened({
      "a.csv": rows("ZZX10000011|9903.01.25,,5", "ZZX10000011|9903.01.24,,6"),
      "b.csv": rows("ZZX10000011|9903.01.25,,5", "Total|,,11"),
    });
    expect(report.rows).toEqual({ read: 4, used: 2, setAside: 2 });
    expect(setAside).toMatchObject({ "identical-repeat": 1, "total-row": 1 });
    expect(report.totals.refundable).toBe("11.00");
  });

  it("R13: a later file with another duty is a conflict in either order, and bounds the refund", async () => {
    const files = { "a.csv": rows("ZZX10000011|9903.01.25,,5"), "b.csv": rows("ZZX10000011|9903.01.25,,0") };
    const { report } = await screened(files);
    expect(report.rows).toEqual({ read: 2, used: 0, setAside: 2 });
    expect(report.entries).toMatchObject([
      { refundable: null, refundableMin: "0.00", refundableMax: "5.00" },
    ]);
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect((await screened(reversed)).report).toEqual(report);
  });

  it("N2: a number that lost its zeros is set aside, and no entry appears", async () => {
    const { report, moneyNotScreened } = await screened({ "a.csv": rows("401234562|9903.01.20,,5") });
    expect(report.entries).toEqual([]);
    expect(report.rows).toEqual({ read: 1, used: 0, setAside: 1 });
    expect(report.totals).toMatchObject({ refundable: "0.00", interest: "0.00", unbounded: 0 });
    expect(moneyNotScreened.toFixed(2)).toBe("5.00");
  });
});

describe("claims", () => {
  const text = rows("ZZX10000011|9903.01.25,,1", "ZZX10000029|9903.01.25,,2");

  it("O6: every number of a one-column list counts as accepted", async () => {
    const { report, onlyClaimed } = await screened(
      { "a.csv": text },
      { claims: "Entry Number\nZZX-1000002-9\n" },
    );
    expect(report.entries.map(({ lane }) => lane)).toEqual(["cape-ready", "already-claimed"]);
    expect(report.entries[1]?.reasons[0]).toMatchObject({ kind: "claim-accepted" });
    expect(onlyClaimed).toBe(0);
  });

  it("O6, C3: in Claim Details the status decides, and a later failure does not undo an acceptance", async () => {
    const claims = [
      "ENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION",
      '="ZZX10000011",="900000000001",Failed,ENTRY ON DRAWBACK',
      '="ZZX10000029",="900000000001",Entry Summary Updated,',
      '="ZZX10000029",="900000000002",Failed,DUPLICATE',
    ].join("\n");
    const { entries } = await reportOf(text, { claims });
    expect(entries.map(({ lane }) => lane)).toEqual(["cape-ready", "already-claimed"]);
    expect(entries[0]?.reasons.map(({ kind }) => kind)).toContain("claim-failed");
  });

  it("C5: entries that only the claims name are counted and nothing else, and their rows are not among the rows", async () => {
    const { report, onlyClaimed } = await screened(
      { "a.csv": text },
      { claims: "Entry Number\n8E000000126\n8E000000126\n98712345671\n" },
    );
    expect(onlyClaimed).toBe(2);
    expect(report.entries).toHaveLength(2);
    expect(report.rows.read).toBe(2);
  });
});

describe("totals", () => {
  const text = [
    rows("ZZX10000011|9903.01.25,,100", "ZZX10000029|9903.01.25,,-30", "ZZX10000037|9903.01.25,,n/a"),
    "ZZX10000045,01,2025-09-15,2026-07-31,Liquidated,1,9903.02.69,,7.5",
    FIFTEEN_PERCENT.split("\n").slice(1).join("\n").replaceAll("ZZX10000011", "ZZX10000052"),
  ].join("\n");

  it("O2: refundable adds the certain figures only, negative nets left out, in all and by lane", async () => {
    const { totals, entries } = await reportOf(text);
    expect(Object.keys(totals)).toEqual([
      "refundable",
      "refundableMin",
      "refundableMax",
      "interest",
      "byLane",
      "unbounded",
    ]);
    expect(totals.refundable).toBe("107.50");
    expect(totals.byLane).toMatchObject({
      "cape-ready": { entries: 2, refundable: "100.00" },
      protest: { entries: 1, refundable: "7.50" },
      "needs-data": { entries: 2, refundable: "0.00" },
      court: { entries: 0, refundable: "0.00" },
    });
    expect(Object.keys(totals.byLane)).toHaveLength(11);
    const cents = entries.map(({ interest }) => Math.round(100 * Number(interest ?? "0")));
    expect(totals.interest).toBe((cents.reduce((a, b) => a + b) / 100).toFixed(2));
  });

  it("O12: the bounds add known figures, negative ones as zero; what has no upper bound is counted", async () => {
    const { totals } = await reportOf(text);
    expect(totals).toMatchObject({ refundableMin: "107.50", refundableMax: "257.50", unbounded: 1 });
  });
});

describe("the order of the files", () => {
  const sample = async (name: string) => {
    const read = await readEntriesFile(
      createReadStream(path.resolve(import.meta.dirname, "../../public/samples", name)),
      { file: name },
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    return [name, read.value.assembled] as const;
  };

  it("has no meaning, with overlapping reports of two kinds and a list of liquidations", async () => {
    const files = [
      await sample("ace-es003-with-liquidation.csv"),
      await sample("broker-grouped-titled.csv"),
      [
        "list.csv",
        await assembled("list.csv", "Entry Number,Liquidation Date\nZZX10000128,2026-10-30\n"),
      ] as const,
      ["more.csv", await assembled("more.csv", rows("ZZX10000011|9903.01.24,,4100"))] as const,
    ];
    const screen = (order: typeof files) =>
      screenFiles({ files: new Map(order), claims: [], asOf: day("2026-11-21"), rateClass: "corporation" });
    const expected = screen(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        expect(screen(order)).toEqual(expected);
      }),
      { numRuns: 24 },
    );
  });
});
