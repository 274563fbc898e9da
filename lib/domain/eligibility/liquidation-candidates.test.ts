import { describe, expect, it } from "vitest";
import { day } from "../day";
import { anEntry, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import type { Liquidation } from "./facts-of-a-world";
import { liquidationCandidates, liquidationWordIn, possibleLiquidationDates } from "./liquidation-candidates";

const inWords = (liquidation: Liquidation): string =>
  liquidation.kind === "liquidated"
    ? `liquidated ${liquidation.on}`
    : [liquidation.state, liquidation.status, liquidation.scheduledFor]
        .filter((part) => part !== null)
        .join(" ");

const stateOn = (sketch: EntrySketch, asOf = "2026-11-21") => {
  const { values, basis } = liquidationCandidates(anEntry({ status: null, ...sketch }), day(asOf));
  return [basis, ...values.map(inWords)];
};

describe("the words of a liquidation status", () => {
  it.each([
    ["Liquidated", "liquidated"],
    ["  liquidated - bulletin", "liquidated"],
    ["Reliquidated", "liquidated"],
    ["UNLIQUIDATED", "open"],
    ["Not  Liquidated", "open"],
    ["Pending Liquidation", "pending"],
    ["Scheduled", "pending"],
    ["Suspended", "held"],
    ["Extended", "held"],
    [" Under   Review", "held"],
    ["Open", null],
    ["Closed", null],
    ["", null],
  ])("L5: %j says %s", (status, word) => {
    expect(liquidationWordIn(status)).toBe(word);
  });
});

describe("the liquidation that the data leave possible", () => {
  it.each<[string, EntrySketch, readonly string[]]>([
    ["a date past", { liquidated: "2026-09-02" }, ["known", "liquidated 2026-09-02"]],
    [
      "L6: a date past beside Suspended",
      { liquidated: "2026-09-02", status: "Suspended" },
      ["known", "liquidated 2026-09-02"],
    ],
    ["D8: the day of screening itself", { liquidated: "2026-11-21" }, ["known", "liquidated 2026-11-21"]],
    [
      "D8: the day after it, which is a schedule",
      { liquidated: "2026-11-22" },
      ["known", "pending 2026-11-22"],
    ],
    [
      "L6: a date ahead beside Liquidated",
      { liquidated: "2026-12-04", status: "Liquidated" },
      ["known", "pending Liquidated 2026-12-04"],
    ],
    [
      "L6: a date ahead beside Extended",
      { liquidated: "2026-12-04", status: "Extended" },
      ["known", "held Extended 2026-12-04"],
    ],
    [
      "R7: two dates",
      { liquidated: ["2026-09-02", "2026-12-04"] },
      ["torn", "liquidated 2026-09-02", "pending 2026-12-04"],
    ],
    ["no date and Unliquidated", { status: "Unliquidated" }, ["known", "open Unliquidated"]],
    ["no date and Pending", { status: "Pending" }, ["known", "pending Pending"]],
    ["no date and Suspended", { status: "Suspended" }, ["known", "held Suspended"]],
    [
      "no date, Unliquidated in one file and Suspended in another",
      { status: ["Unliquidated", "Suspended"] },
      ["torn", "open Unliquidated", "held Suspended"],
    ],
    ["L2: both cells blank in a live column", { liquidationBlank: true }, ["known", "open"]],
  ])("%s", (_what, sketch, expected) => {
    expect(stateOn(sketch)).toEqual(expected);
  });

  const onSomeDay = ["liquidated 2026-11-21", "liquidated 2026-09-01", "liquidated 2026-05-24"];

  it.each<[string, EntrySketch, readonly string[]]>([
    ["L3: neither column", {}, ["open", "held", ...onSomeDay]],
    ["L4: Liquidated without a date", { status: "Liquidated" }, onSomeDay],
    ["L5: a word that CBP does not publish", { status: "Open" }, ["open", "held", ...onSomeDay]],
    [
      "L4: Liquidated without a date in one file, Unliquidated in another",
      { status: ["Liquidated", "Unliquidated"] },
      [...onSomeDay, "open Unliquidated"],
    ],
    [
      "D7: a date before the entry, whatever the status",
      { liquidated: "2025-09-14", status: "Unliquidated" },
      ["open", "held", ...onSomeDay],
    ],
  ])("%s: any side of the 80th and the 180th day", (_what, sketch, expected) => {
    expect(stateOn(sketch)).toEqual(["missing", ...expected]);
  });

  it.each<[string, string | readonly string[] | null, readonly string[]]>([
    ["81 days before", "2026-09-01", ["liquidated 2026-11-21", "liquidated 2026-09-01"]],
    ["80 days before", "2026-09-02", ["liquidated 2026-11-21", "liquidated 2026-09-02"]],
    ["the day before", "2026-11-20", ["liquidated 2026-11-21", "liquidated 2026-11-20"]],
    ["the same day, which is then the day of it", "2026-11-21", ["liquidated 2026-11-21"]],
    [
      "81 or 80 days before, as the files disagree",
      ["2026-09-02", "2026-09-01"],
      ["liquidated 2026-11-21", "liquidated 2026-09-01"],
    ],
    ["on an unknown day", null, onSomeDay],
    ["the day after, so that it cannot be liquidated yet", "2026-11-22", ["open"]],
  ])("no entry was liquidated before it was made: %s", (_when, entered, expected) => {
    expect(stateOn({ status: "Liquidated", entered })).toEqual(["missing", ...expected]);
  });
});

describe("a liquidation date", () => {
  it.each<[string, string | readonly string[] | null, readonly string[]]>([
    ["the day of entry, as for informal entries", "2026-09-02", ["2026-09-02"]],
    ["after the entry", "2025-09-15", ["2026-09-02"]],
    ["D7: before the entry", "2026-09-03", []],
    ["of an entry without a known day", null, ["2026-09-02"]],
    ["before one of two days of entry that the files show", ["2026-09-03", "2025-09-15"], ["2026-09-02"]],
  ])("%s", (_when, entered, possible) => {
    expect(possibleLiquidationDates(anEntry({ entered, liquidated: "2026-09-02" }))).toEqual(possible);
  });

  it("D7: before the entry leaves the lane open even where the status says Unliquidated", () => {
    expect(screened({ liquidated: "2025-09-14", status: "Unliquidated" }).lane).toBe("needs-data");
  });
});
