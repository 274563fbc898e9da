import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, it } from "vitest";

import {
  type Entry,
  ieepaDutyOn,
  parseEntryNumber,
  setAsideCount,
  sumUsd,
  usdText,
  valuesOf,
} from "@/lib/domain";

import { readClaimsFile } from "./read-claims-file";
import { readEntriesFile } from "./read-entries-file";

const sample = (name: string) => path.resolve(import.meta.dirname, "../../public/samples", name);

async function readSample(name: string) {
  const found = await readEntriesFile(createReadStream(sample(name)), { file: name });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}
const readText = async (text: string) => {
  const found = await readEntriesFile([Buffer.from(text)], { file: "a.csv" });
  return found.ok ? null : found.problem;
};
const linesOf = (entries: Iterable<Entry>) => [...entries].flatMap(({ lines }) => lines);
const ieepaOf = (entries: Iterable<Entry>) =>
  usdText(sumUsd(linesOf(entries).flatMap((line) => ieepaDutyOn(line) ?? [])));

describe("the ES-003 sample", () => {
  it("has 52 rows: 50 used, and two repeats set aside where they stand", async () => {
    const { header, assembled } = await readSample("ace-es003-with-liquidation.csv");
    expect(header).toMatchObject({ report: "es003", matched: 35, total: 35, absent: [] });
    expect(assembled.accounting).toMatchObject({ read: 52, used: 50, setAside: { "identical-repeat": 2 } });
    expect(assembled.setAside.map(({ source, twin }) => [source.row, twin?.row])).toEqual([
      [52, 6],
      [53, 7],
    ]);
    expect(assembled.problems).toEqual([]);
    expect(assembled.liquidationColumn).toBe("live");
    expect(assembled.entries.size).toBe(16);
    expect(ieepaOf(assembled.entries.values())).toBe("40629.50");
  });

  it("is the same without its lines in order", async () => {
    const [head = "", ...rows] = (await readFile(sample("ace-es003-with-liquidation.csv"), "utf8"))
      .trimEnd()
      .split("\r\n");
    const reversed = [head, ...rows.toReversed()].join("\n");
    const found = await readEntriesFile([Buffer.from(reversed)], { file: "a.csv" });
    expect(found.ok && found.value.assembled.accounting).toMatchObject({ read: 52, used: 50 });
    expect(found.ok && ieepaOf(found.value.assembled.entries.values())).toBe("40629.50");
  });
});

describe("the grouped sample", () => {
  it("has a heading row on line 9, 37 used rows, a total and a footer", async () => {
    const { header, assembled } = await readSample("broker-grouped-titled.csv");
    expect(header).toMatchObject({ report: "broker-lines", headerRow: 9, matched: 28, total: 28 });
    expect(assembled.accounting).toMatchObject({
      read: 39,
      used: 37,
      setAside: { "total-row": 1, footer: 1 },
    });
    expect(assembled.setAside.map(({ source }) => source.row)).toEqual([48, 49]);
    expect(assembled.entries.size).toBe(12);
  });

  it("adds up to its own total, and the negative row is netted", async () => {
    const { assembled } = await readSample("broker-grouped-titled.csv");
    const duties = linesOf(assembled.entries.values()).flatMap(({ duty }) => duty ?? []);
    expect(usdText(sumUsd(duties))).toBe("89603.80");
    expect(ieepaOf(assembled.entries.values())).toBe("32090.00");
  });

  it("takes what stands once per entry from its first row", async () => {
    const { assembled } = await readSample("broker-grouped-titled.csv");
    const parsed = parseEntryNumber("ZZX-1000010-2");
    const facts = parsed.ok ? assembled.entries.get(parsed.value)?.facts : undefined;
    expect(facts && valuesOf(facts.liquidationStatus)).toEqual(["Suspended by Law"]);
    expect(facts && valuesOf(facts.entryType)).toEqual(["03"]);
    expect(facts && valuesOf(facts.adcvdCase)).toEqual(["A570890000"]);
  });
});

describe("samples of other reports", () => {
  it("the wide one gives 22 entries less the three that Excel damaged, every row accounted for", async () => {
    const { header, assembled } = await readSample("broker-wide-excel-damaged.csv");
    expect(header).toMatchObject({ report: "broker-wide", confidence: "certain", matched: 33, total: 33 });
    expect(assembled.entries.size).toBe(19);
    expect(assembled.accounting).toMatchObject({
      read: 30,
      used: 21,
      setAside: {
        "repeated-header": 1,
        "entry-number-unreadable": 4,
        "entry-number-lost-zeros": 1,
        "identical-repeat": 1,
        "total-row": 1,
        footer: 1,
      },
    });
    // 62,192.50 without the 3,308.00 of the damaged numbers, less the credit.
    expect(ieepaOf(assembled.entries.values())).toBe("57684.50");
    expect(usdText(assembled.accounting.moneyNotScreened)).toBe("6058.00");
  });

  it("Claim Details are claims, not entries", async () => {
    const name = sample("cape-claim-details.csv");
    expect(await readEntriesFile(createReadStream(name), { file: "c" })).toMatchObject({
      problem: { kind: "other-purpose", report: "claims" },
    });
    const found = await readClaimsFile(createReadStream(name), { file: "c" });
    if (!found.ok) throw new Error(JSON.stringify(found.problem));
    const { claims } = found.value;
    expect(claims.map(({ outcome }) => outcome)).toEqual([
      "accepted",
      "accepted",
      "failed",
      "failed",
      "failed",
      "failed",
      "accepted",
      "failed",
      "accepted",
    ]);
    expect(claims[0]).toMatchObject({ number: "ZZX10000029", claimNumber: "900000000001" });
    expect(claims[8]).toMatchObject({ number: "8E000000126", claimNumber: "900000000002", message: null });
    expect(claims[2]?.message).toBe("UNABLE TO CALCULATE DUTY");
  });

  it("O6: a plain list of entry numbers counts as accepted", async () => {
    const found = await readClaimsFile([Buffer.from("Entry Number\r\nZZX10000029\r\nbroken\r\n")], {
      file: "c",
    });
    expect(found.ok && found.value.claims).toMatchObject([
      { number: "ZZX10000029", outcome: "accepted", claimNumber: null },
    ]);
    expect(found.ok && found.value.setAside).toMatchObject([{ reason: "entry-number-unreadable" }]);
  });
});

describe("a file without a table of entries", () => {
  it.each([
    { text: "a,b,c\n1,2,3\n", kind: "no-header" },
    { text: `${"title\n".repeat(30)}Entry Number,HTS Code,Duty\nA,1,2\n`, kind: "no-header" },
    { text: "Entry Number,HTS Code,Duty\n", kind: "no-data-rows" },
    { text: "Entry Number,HTS Code,Total Duty\nZZX10000011,99030124,5\n", kind: "needs-mapping" },
    {
      text: "Entry Number,HTS Code,Duty\nZZX10000011,99030124,5\nDuty,HTS Code,Entry Number\n",
      kind: "another-header",
    },
    { text: "Entry Number\nZZX10000011\n", kind: "other-purpose" },
  ])("is refused: $kind", async ({ text, kind }) => {
    expect(await readText(text)).toMatchObject({ kind });
  });
});

it("accounts for every row of a file with every kind of damage", async () => {
  const rows = [
    "Entry Number,Entry Type,HTS Code,Duty,Importer Name",
    "ZZX10000011,01,9903.01.24,5,HARBOR",
    '"ZZX10000011",01,9903.01.25,5,"HARBOR ""A"""',
    'ZZX10000011,01,9903.01.33,5,"5" pipe"',
    "ZZX10000011,01,9903.01.63,1,234.50,HARBOR",
    ",,8413.91.9085,7,",
    "401234562,01,9903.01.20,5,HARBOR",
    "Entry Number,Entry Type,HTS Code,Duty,Importer Name",
    "Total,,,17,",
  ].join("\r\n");
  const found = await readEntriesFile([Buffer.from(rows)], { file: "a.csv" });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  const { accounting, setAside } = found.value.assembled;
  expect(accounting.used + setAsideCount(accounting)).toBe(8);
  expect(setAside.map(({ source, reason }) => `${source.row} ${reason}`)).toEqual([
    "4 broken-quotes",
    "5 too-many-cells",
    "6 no-entry-number",
    "7 entry-number-lost-zeros",
    "8 repeated-header",
    "9 total-row",
  ]);
});
