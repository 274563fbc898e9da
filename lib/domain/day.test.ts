import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  type Day,
  day,
  daysBetween,
  daysInYear,
  easternDay,
  isDay,
  weekdayOf,
  yearOf,
} from "./day";
import { accrueInterest } from "./interest/accrue";
import { usd } from "./money";
import { screened } from "./testing/screened";

/** From one edge of the calendar to the other, half an hour off, with and without summer time. */
const ZONES = ["UTC", "Pacific/Kiritimati", "America/New_York", "Asia/Kolkata", "Pacific/Pago_Pago"] as const;

const HOME = process.env.TZ;
afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});

/** Runs in a time zone; Node reads the variable anew whenever it is set. */
function inZone<T>(zone: string, run: () => T): T {
  process.env.TZ = zone;
  return run();
}

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day("2020-01-01"), days));

describe("day arithmetic", () => {
  it("is tested in zones that really differ", () => {
    const offsets = ZONES.map((zone) =>
      inZone(zone, () => new Date("2026-07-01T00:00:00Z").getTimezoneOffset()),
    );
    expect(new Set(offsets).size).toBe(ZONES.length);
  });

  it.each(ZONES)(
    "in %s, adds and counts days as inverses, over leap days and changes of the clock",
    (zone) => {
      inZone(zone, () => {
        fc.assert(
          fc.property(anyDay, fc.integer({ min: -1500, max: 1500 }), (start, days) => {
            const end = addDays(start, days);
            expect(daysBetween(start, end)).toBe(days);
            expect(addDays(end, -days)).toBe(start);
            expect((weekdayOf(start) + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(end));
          }),
        );
      });
    },
  );

  it.each(ZONES)("in %s, goes through every day of leap years and of the days the clocks change", (zone) => {
    inZone(zone, () => {
      for (const [from, to, days] of [
        ["2024-02-28", "2024-03-01", 2],
        ["2028-02-28", "2028-03-01", 2],
        ["2025-02-28", "2025-03-01", 1],
        ["2026-03-07", "2026-03-09", 2],
        ["2026-10-31", "2026-11-02", 2],
        ["2024-01-01", "2025-01-01", 366],
      ] as const) {
        expect(daysBetween(day(from), day(to))).toBe(days);
        expect(addDays(day(from), days)).toBe(to);
      }
      expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
      expect(addYears(day("2024-02-29"), 1)).toBe("2025-02-28");
      expect(addYears(day("2024-02-29"), 4)).toBe("2028-02-29");
      expect([yearOf(day("2026-01-01")), yearOf(day("2025-12-31"))]).toEqual([2026, 2025]);
      expect([2024, 2025, 2026, 2028].map(daysInYear)).toEqual([366, 365, 365, 366]);
    });
  });

  it.each([
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false],
    ["2026-04-31", false],
    ["2026-1-01", false],
  ])("%s is a day: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe("the day in US Eastern time", () => {
  it.each([
    ["2026-03-08T04:59:59Z", "2026-03-07", "the last second before the day the clocks go forward"],
    ["2026-03-08T05:00:00Z", "2026-03-08", "its first second, still in winter time"],
    ["2026-03-09T03:59:59Z", "2026-03-08", "its last second, in summer time"],
    ["2026-03-09T04:00:00Z", "2026-03-09", "the next day begins an hour earlier in UTC"],
    ["2026-11-01T03:59:59Z", "2026-10-31", "the last second before the day the clocks go back"],
    ["2026-11-01T04:00:00Z", "2026-11-01", "its first second, still in summer time"],
    ["2026-11-02T04:59:59Z", "2026-11-01", "its last second, in winter time"],
    ["2026-11-02T05:00:00Z", "2026-11-02", "the next day begins an hour later in UTC"],
    ["2028-03-01T04:59:59Z", "2028-02-29", "the leap day lasts to its end"],
  ])("at %s is %s: %s", (instant, expected) => {
    for (const zone of ZONES) expect(inZone(zone, () => easternDay(new Date(instant)))).toBe(expected);
  });
});

describe("whatever the time zone of the machine", () => {
  const everywhere = <T>(run: () => T): T[] => ZONES.map((zone) => inZone(zone, run));

  it("clocks end on the same day", () => {
    const liquidations: Day[] = ["2026-06-15", "2026-08-12", "2026-09-02", "2026-11-01"].map(day);
    fc.assert(
      fc.property(
        fc.constantFrom(...liquidations),
        fc.constantFrom("2025-02-28", "2025-03-09"),
        (on, entered) => {
          const [first, ...others] = everywhere(() =>
            JSON.stringify(screened({ entered, liquidated: on }).clocks),
          );
          for (const other of others) expect(other).toBe(first);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("interest is the same to the last digit, over a leap day and both changes of the clock", () => {
    const start = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day("2024-01-01"), days));
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 500 }), (from, days) => {
        const to = addDays(from, days);
        const [first, ...others] = everywhere(() =>
          accrueInterest(usd("100000"), from, to, "other").toFixed(),
        );
        for (const other of others) expect(other).toBe(first);
      }),
      { numRuns: 25 },
    );
  });
});
