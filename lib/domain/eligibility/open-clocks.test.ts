import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../day";
import { usdText } from "../money";
import type { EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { openClocksOf } from "./open-clocks";

const shown = (sketch: EntrySketch): readonly string[] =>
  openClocksOf(screened(sketch)).map(
    ({ kind, lastDay, atRisk }) => `${kind} ${lastDay} ${atRisk === null ? "a range" : usdText(atRisk)}`,
  );

describe("the clocks of an open entry, on 2026-11-21", () => {
  it.each<[string, EntrySketch, readonly string[]]>([
    [
      "on day 80 all clocks of a liquidation run, and the CAPE window takes the money",
      { liquidated: "2026-09-02" },
      [
        "cape-window 2026-11-21 100.00",
        "voluntary-reliquidation 2026-12-01 0.00",
        "protest 2027-03-01 0.00",
        "court 2027-09-15 0.00",
      ],
    ],
    [
      "on day 81 the CAPE window is no line any more, and the protest takes the money",
      { liquidated: "2026-09-01" },
      ["voluntary-reliquidation 2026-11-30 0.00", "protest 2027-02-28 100.00", "court 2027-09-15 0.00"],
    ],
    ["an entry outside the window has nothing to claim, so it is not open", { entered: "2026-03-01" }, []],
  ])("%s", (_, sketch, lines) => {
    expect(shown(sketch)).toEqual(lines);
  });

  it("K2: a claimed entry keeps its clocks, and nothing is lost with them", () => {
    const lines = shown({ liquidated: "2026-11-11", claims: [{}] });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/ 0\.00$/);
  });

  it("an overdue refund stays a line, and the day on which liquidation was due does not", () => {
    const context = { acceptance: { on: day("2026-08-01"), isLatest: false } };
    const clocks = openClocksOf(screened({ claims: [{}] }, "2026-11-21", context));
    expect(clocks.map(({ kind, lastDay }) => `${kind} ${lastDay}`)).toEqual([
      "court 2027-09-15",
      "acceptance-to-refund 2026-10-30",
    ]);
  });

  it("has no clock that has run out, whatever the day of liquidation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 3, max: 10 }), (date, month) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const clocks = openClocksOf(screened({ liquidated: `2026-${two(month)}-${two(date)}` }));
        return clocks.every(({ lastDay }) => lastDay >= day("2026-11-21"));
      }),
      { numRuns: 50 },
    );
  });
});
