import path from "node:path";

import { describe, expect, it } from "vitest";

import { day } from "@/lib/domain";

import { main } from "./main";
import type { ScreenReport } from "./screen-report";

const folder = path.resolve(import.meta.dirname, "../../public/samples");
const ES003 = "ace-es003-with-liquidation.csv";
const GROUPED = "broker-grouped-titled.csv";
const WIDE = "broker-wide-excel-damaged.csv";
const CLAIMS = ["--claimed", "cape-claim-details.csv"];

async function printed(...argv: readonly string[]): Promise<string> {
  const outcome = await main([...argv, "--as-of", "2026-11-21"], { folder, today: day("2026-11-21") });
  if (outcome.exitCode !== 0) throw new Error(outcome.error);
  return [...outcome.output].join("");
}

async function screened(...argv: readonly string[]): Promise<string> {
  const outcome = await main([...argv, "--as-of", "2026-11-21", "--json"], {
    folder,
    today: day("2026-11-21"),
  });
  if (outcome.exitCode !== 0) throw new Error(outcome.error);
  return [...outcome.output].join("");
}
const totalsOf = async (...argv: readonly string[]) =>
  (JSON.parse(await screened(...argv)) as ScreenReport).totals;

describe("the sample files as of 2026-11-21", () => {
  it("all together print what is kept beside this test, entry by entry", async () => {
    await expect(await screened(ES003, GROUPED, ...CLAIMS)).toMatchFileSnapshot("./samples.golden.json");
  });

  it("the grouped report refunds 32,090.00, net of its negative row", async () => {
    expect(await totalsOf(GROUPED)).toMatchObject({
      refundable: "32090.00",
      refundableMin: "32090.00",
      refundableMax: "32090.00",
      unbounded: 0,
    });
  });

  it("ES-003 holds 40,629.50, of which 6,781.50 on a 15 % line is a range", async () => {
    expect(await totalsOf(ES003)).toMatchObject({ refundable: "33848.00", refundableMax: "40629.50" });
  });

  it("both together count the entries they share once", async () => {
    // 40,629.50 of ES-003, and of the grouped report what E03, E04 (net), E13 and E15 add.
    expect(await totalsOf(ES003, GROUPED)).toMatchObject({ refundableMax: "59529.50" });
  });

  it("the wide report holds 62,192.50 before the credit, of which damage keeps 3,308.00 apart", async () => {
    // 62,192.50 less E17 960.00, E19 1,248.00 and E18 1,100.00, whose numbers Excel damaged, less the credit of 1,200.00;
    // certain without the 6,781.50 of a 15 % line.
    expect(await totalsOf(WIDE)).toMatchObject({
      refundableMax: "57684.50",
      refundable: "50903.00",
      unbounded: 0,
    });
  });

  it("N2: with the repairs accepted E18 is back, and what Excel rounded away is not", async () => {
    expect(await totalsOf(WIDE, "--accept-repairs")).toMatchObject({
      refundableMax: "58784.50",
      refundable: "52003.00",
    });
    const text = await printed(WIDE, "--accept-repairs");
    expect(text).toContain("row 21, Entry Number: 401234562 is read as 00401234562");
    // E17 and E19, and the two planted rows whose numbers are no numbers: 960 + 1,248 + 1,500 + 1,250.
    expect(text).toContain("IEEPA duty of 4,958.00 stands on rows that belong to no entry");
  });

  it("the wide report agrees with ES-003 and the grouped report wherever they show the same entry", async () => {
    const inConflict = async (...files: readonly string[]) => {
      const { entries } = JSON.parse(await screened(...files)) as ScreenReport;
      return entries.flatMap(({ entryNumber, reasons }) =>
        reasons.some(({ kind }) => kind.includes("conflict")) ? [entryNumber] : [],
      );
    };
    expect(await inConflict(ES003, GROUPED, WIDE)).toEqual(await inConflict(ES003, GROUPED));
    const { entries } = JSON.parse(await screened(ES003, GROUPED, WIDE, "--accept-repairs")) as ScreenReport;
    expect(entries).toHaveLength(22);
  });
});
