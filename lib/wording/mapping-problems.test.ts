import { describe, expect, it } from "vitest";

import { formatField } from "./mapping-problems";

describe("the name of a column's meaning", () => {
  it.each([
    ["liquidationDate", "Liquidation date"],
    ["adcvdDutyAmount", "AD/CVD duty amount"],
    ["quantity1", "Quantity 1"],
    ["uom1", "Unit of measure 1"],
    ["manufacturerId", "Manufacturer ID"],
    ["htsNumber", "Tariff number (HTS)"],
  ] as const)("%s is written %s", (field, name) => {
    expect(formatField(field)).toBe(name);
  });
});
