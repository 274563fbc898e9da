import { describe, expect, it } from "vitest";
import { day } from "../day";
import { aLine, type LineSketch } from "../testing/an-entry";
import type { AmountRange } from "./amount-range";
import { moneyOf, onlyPaid } from "./money-totals";
import { roleOf } from "./tariff-role";

const range = ({ min, max }: AmountRange) =>
  max?.equals(min) ? min.toFixed() : `${min.toFixed()}..${max?.toFixed() ?? ""}`;
const stacked = (sketch: LineSketch) => {
  const row = aLine(sketch);
  return { row, role: roleOf(row, day("2025-09-15")) };
};

describe("the money of one row", () => {
  it.each<[string, LineSketch, readonly [paid: string, refundable: string, stays: string]]>([
    ["IEEPA duty", {}, ["100", "100", "0"]],
    ["a correction of IEEPA duty", { duty: "-25" }, ["-25", "-25", "0"]],
    ["R10: IEEPA duty that cannot be read", { duty: null }, ["0..", "0..", "0"]],
    ["301 duty", { hts: "9903.88.03", duty: "250" }, ["250", "0", "250"]],
    ["301 duty that cannot be read", { hts: "9903.88.03", duty: null }, ["0..", "0", "0.."]],
    ["ordinary duty", { hts: "8413.91.9085", duty: "25" }, ["25", "0", "25"]],
    ["no duty", { hts: "9903.88.03", duty: "0" }, ["0", "0", "0"]],
    ["M9: duty on an exemption", { hts: "9903.01.33", duty: "5" }, ["5", "0", "5"]],
    [
      "an exemption whose duty cell is blank",
      { hts: "9903.01.33", duty: null, dutyFound: " " },
      ["0", "0", "0"],
    ],
    [
      "an exemption whose duty cell cannot be read",
      { hts: "9903.01.33", duty: null, dutyFound: "?" },
      ["0..", "0", "0.."],
    ],
    ["M10: duty on a number that does not exist", { hts: "9903.01.95", duty: "5" }, ["5", "0..5", "0..5"]],
    ["M10: a blank cell on it", { hts: "9903.01.95", duty: null }, ["0..", "0..", "0.."]],
    ["R11: duty on a number that cannot be read", { hts: null, duty: "7" }, ["7", "0..7", "0..7"]],
    [
      "R11: a correction on it, which never reduces IEEPA money",
      { hts: null, duty: "-7" },
      ["-7", "0", "-7"],
    ],
    ["R11: a blank cell on it", { hts: null, duty: null, dutyFound: " " }, ["0", "0", "0"]],
    [
      "R11: a cell on it that cannot be read",
      { hts: null, duty: null, dutyFound: "?" },
      ["0..", "0..", "0.."],
    ],
  ])("%s", (_case, sketch, expected) => {
    const { paid, refundable, stays } = moneyOf(stacked(sketch));
    expect([range(paid), range(refundable), range(stays)]).toEqual(expected);
    const only = onlyPaid(stacked(sketch));
    expect([range(only.paid), range(only.refundable), range(only.stays)]).toEqual([expected[0], "0", "0"]);
  });
});
