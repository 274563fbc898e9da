import path from "node:path";

import { describe, expect, it } from "vitest";

import { day } from "@/lib/domain";

import { main } from "./main";
import type { ScreenReport } from "./screen-report";

const folder = path.resolve(import.meta.dirname, "../../public/samples");
const ES003 = "ace-es003-with-liquidation.csv";
const GROUPED = "broker-grouped-titled.csv";
const CLAIMS = ["--claimed", "cape-claim-details.csv"];

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
});
