import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../day";
import { usdText } from "../money";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";
import { openClocksOf } from "./open-clocks";

const shown = (sketch: EntrySketch): readonly string[] =>
  openClocksOf(screened(sketch)).map(
    ({ kind, lastDay, atRisk }) => `${kind} ${lastDay} ${atRisk === null ? "a range" : usdText(atRisk)}`,
  );

const TORN: EntrySketch = { type: ["01", "08"], liquidated: "2026-11-11" };

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

  const taking = (sketch: EntrySketch): readonly string[] =>
    openClocksOf(screened(sketch)).flatMap(({ kind, takesAway }) => (takesAway ? [kind] : []));

  it.each<[string, EntrySketch, readonly string[]]>([
    ["its clock is the CAPE window on day 80", { liquidated: "2026-09-02" }, ["cape-window"]],
    ["its clock is the protest on day 81", { liquidated: "2026-09-01" }, ["protest"]],
    ["of a claimed entry none does", { liquidated: "2026-11-11", claims: [{}] }, []],
    ["while the type is torn, the clocks of all its lanes do", TORN, ["cape-window", "protest", "court"]],
    [
      "whatever it comes to, be it less than nothing",
      { liquidated: "2026-09-02", lines: [aLine({ duty: "-5" })] },
      ["cape-window", "protest", "court"],
    ],
  ])("takes the refund away in its lane: %s", (_, sketch, kinds) => {
    expect(taking(sketch)).toEqual(kinds);
  });

  it("takes the same clocks away from entries with the same clocks and lane, whatever their money", () => {
    const duty = fc.integer({ min: 1, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
    const dates = fc.constantFrom("2026-09-02", "2026-09-01", "2026-05-24", "2026-11-11");
    fc.assert(
      fc.property(duty, duty, dates, (one, other, liquidated) => {
        const sharedOf = (paid: string) =>
          openClocksOf(screened({ liquidated, lines: [aLine({ duty: paid }), aCommodity()] })).map(
            ({ atRisk: _ofTheEntry, ...shared }) => shared,
          );
        expect(sharedOf(one)).toEqual(sharedOf(other));
      }),
      { numRuns: 100 },
    );
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
