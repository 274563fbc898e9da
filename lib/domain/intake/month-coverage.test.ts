import { describe, expect, it } from "vitest";

import { day } from "../day";
import { monthCoverage, monthOf } from "./month-coverage";

const kinds = (...covered: string[]) =>
  Object.fromEntries(monthCoverage(covered).map(({ month, kind }) => [month, kind]));

describe("the months of what was uploaded", () => {
  it("are those of the IEEPA window where nothing was", () => {
    const months = monthCoverage([]);
    expect([months.at(0), months.at(-1)]).toEqual([
      { month: "2025-02", kind: "open" },
      { month: "2026-02", kind: "open" },
    ]);
    expect(months).toHaveLength(13);
  });

  it("are gaps only between covered months", () => {
    expect(kinds("2025-03", "2025-05")).toMatchObject({
      "2025-02": "open",
      "2025-03": "covered",
      "2025-04": "gap",
      "2025-05": "covered",
      "2025-06": "open",
    });
  });

  it("reach beyond the window where entries do, over the turn of the year too", () => {
    const months = monthCoverage(["2024-12", "2026-04"]);
    expect(months.map(({ month }) => month)).toHaveLength(17);
    expect(kinds("2024-12", "2026-04")).toMatchObject({
      "2024-12": "covered",
      "2025-01": "gap",
      "2026-03": "gap",
    });
  });

  it("are those of the day, first and last day included", () => {
    expect([monthOf(day("2025-02-01")), monthOf(day("2025-02-28"))]).toEqual(["2025-02", "2025-02"]);
  });
});
