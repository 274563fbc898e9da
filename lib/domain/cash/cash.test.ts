import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../day";
import { createInterestTable } from "../interest/accrue";
import { addUsd, sumUsd, usd, usdText } from "../money";
import { cashByWeek, mondayOf } from "./cash-weeks";
import { type AwaitedGroup, expectedCash } from "./expected-cash";
import { type FileableGroup, filingScenario } from "./filing-scenario";

const TABLE = createInterestTable();

const aGroup = (change: Partial<AwaitedGroup> = {}): AwaitedGroup => ({
  entries: 1,
  principal: usd("100000"),
  depositedOn: day("2025-04-15"),
  rateClass: "corporation",
  acceptedOn: day("2026-04-17"),
  assumed: false,
  ...change,
});

describe("when a refund may come", () => {
  it("is 60 to 90 days after acceptance, with interest to day 45: the published figure", () => {
    const cash = expectedCash(aGroup(), day("2026-05-01"), TABLE);
    expect(cash).toMatchObject({
      liquidatedBy: "2026-06-01",
      earliest: "2026-06-16",
      latest: "2026-07-16",
      overdue: false,
      assumedDays: 0,
    });
    expect(usdText(cash.interest)).toBe("6825.03");
  });

  it.each([
    ["2026-07-16", false, "it is day 90"],
    ["2026-07-17", true, "it is day 91"],
  ])("on %s overdue is %s because %s", (asOf, overdue) => {
    expect(expectedCash(aGroup(), day(asOf), TABLE).overdue).toBe(overdue);
  });

  it.each([
    ["2026-06-01", "2026-06-01", "it is day 45"],
    ["2026-06-02", "2026-06-02", "nothing says that it was liquidated on day 45"],
  ])("on %s interest runs through %s because %s", (asOf, through) => {
    expect(expectedCash(aGroup(), day(asOf), TABLE).liquidatedBy).toBe(through);
  });

  it("reckons no interest without a deposit day, and counts the days at a rate nobody has published", () => {
    expect(usdText(expectedCash(aGroup({ depositedOn: null }), day("2026-05-01"), TABLE).interest)).toBe(
      "0.00",
    );
    const late = expectedCash(aGroup({ acceptedOn: day("2026-11-21") }), day("2026-11-21"), TABLE);
    expect(late.liquidatedBy).toBe("2027-01-05");
    expect(late.assumedDays).toBe(5);
  });
});

describe("the weeks of the money", () => {
  it.each([
    ["2026-11-16", "2026-11-16", "a Monday is the first day of its week"],
    ["2026-11-22", "2026-11-16", "a Sunday is the last"],
    ["2026-11-23", "2026-11-23", "the next week begins"],
  ])("%s is in the week of %s: %s", (on, monday) => {
    expect(mondayOf(day(on))).toBe(monday);
  });

  it("sum to the whole in both columns, whatever is accepted when, and leave out what is overdue", () => {
    const groups = fc.array(
      fc.record({ cents: fc.integer({ min: 1, max: 10_000_000 }), ago: fc.integer({ min: 0, max: 120 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(groups, (drawn) => {
        const asOf = day("2026-11-21");
        const expected = drawn.map(({ cents, ago }) =>
          expectedCash(
            aGroup({ principal: usd((BigInt(cents) * 1n).toString()), acceptedOn: addDays(asOf, -ago) }),
            asOf,
            TABLE,
          ),
        );
        const whole = usdText(
          sumUsd(
            expected.flatMap(({ overdue, group, interest }) =>
              overdue ? [] : addUsd(group.principal, interest),
            ),
          ),
        );
        const weeks = cashByWeek(expected, asOf);
        for (const column of ["earliest", "latest"] as const)
          expect(usdText(sumUsd(weeks.map((week) => week[column])))).toBe(whole);
        for (const { monday } of weeks) expect(monday >= mondayOf(asOf)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("filing on another day", () => {
  const fileable = (lastDay: string | null): FileableGroup => ({
    entries: 2,
    principal: usd("1000"),
    depositedOn: day("2025-04-15"),
    rateClass: "corporation",
    lastDay: lastDay === null ? null : day(lastDay),
  });

  it.each([
    ["2026-11-30", "6 filed, 0 fallen out", "day 80 is still in"],
    ["2026-12-01", "4 filed, 2 fallen out", "it is day 81 of the first"],
  ])("filed on %s there are %s because %s", (on, parts) => {
    const groups = [fileable("2026-11-30"), fileable("2026-12-01"), fileable(null)];
    const { filed, fallenOut } = filingScenario(groups, day(on), TABLE);
    expect(`${filed.entries} filed, ${fallenOut.entries} fallen out`).toBe(parts);
    expect(usdText(addUsd(filed.principal, fallenOut.principal))).toBe("3000.00");
  });

  it("later bears more interest on what is still in time, and moves its weeks by as many days", () => {
    const today = filingScenario([fileable(null)], day("2026-11-21"), TABLE);
    const later = filingScenario([fileable(null)], day("2026-12-21"), TABLE);
    expect(later.interest.greaterThan(today.interest)).toBe(true);
    expect(later.expected[0]!.earliest).toBe(addDays(today.expected[0]!.earliest, 30));
    expect(later.expected[0]!.latest).toBe(addDays(today.expected[0]!.latest, 30));
  });
});
