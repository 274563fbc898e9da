import { describe, expect, it } from "vitest";
import { type Day, day } from "../day";
import type { RateClass } from "../law/interest-rates";
import { toCents, type Usd, usd, usdText } from "../money";
import type { NonEmpty } from "../result";
import { accrueInterest } from "./accrue";
import { CONVENTION_NAMES, type ConventionName, conventionNamed } from "./convention";
import { daysToTry, type KnownDays } from "./reconcile-days";
import { RECONCILE_TRIES_MAX, reconcileInterest } from "./reconcile";

// Large and odd, so that a cent tells two readings apart.
const PRINCIPAL = usd("41372814.90");
const PAID_ON = day("2025-04-15");
const REFUNDED_ON = day("2026-06-01");
const CLASSES: NonEmpty<RateClass> = ["corporation", "other"];

const KNOWN: KnownDays = {
  givenStart: null,
  paymentDate: PAID_ON,
  entryDate: day("2025-04-01"),
  monthly: false,
  givenEnd: REFUNDED_ON,
  refundedOn: null,
  liquidatedOn: day("2026-02-13"),
  asOf: day("2026-11-21"),
};

const paidUnder = (
  name: ConventionName,
  start: Day = PAID_ON,
  end: Day = REFUNDED_ON,
  rateClass: RateClass = "corporation",
): Usd => toCents(accrueInterest(PRINCIPAL, start, end, rateClass, conventionNamed(name)));

const reconciled = (paid: Usd, known: Partial<KnownDays> = {}, principal = PRINCIPAL) =>
  reconcileInterest({ ...daysToTry({ ...KNOWN, ...known })!, principal, paid, rateClasses: CLASSES });

const best = (paid: Usd, known: Partial<KnownDays> = {}) => {
  const reading = reconciled(paid, known).reproduced[0];
  return reading === undefined
    ? "none"
    : [
        reading.convention,
        reading.rateClass,
        `${reading.start.kind} ${reading.start.on}`,
        `${reading.end.kind} ${reading.end.on}`,
      ].join(", ");
};

describe("what CBP paid", () => {
  // On these days both flat 6 % and rates taken up a quarter late give 6 % for April to June 2026.
  const sameAs: Partial<Record<ConventionName, ConventionName>> = { "rates-quarter-late": "flat-daily" };

  it.each(CONVENTION_NAMES)("is found from its own figure: %s", (name) => {
    expect(best(paidUnder(name))).toBe(
      `${sameAs[name] ?? name}, corporation, payment-date 2025-04-15, given 2026-06-01`,
    );
  });

  it("is found where rates were taken up a quarter late: 5 % in place of 6 % from July 2026", () => {
    const end = day("2026-08-20");
    expect(best(paidUnder("rates-quarter-late", PAID_ON, end), { givenEnd: end })).toBe(
      "rates-quarter-late, corporation, payment-date 2025-04-15, given 2026-08-20",
    );
  });

  it.each([
    [
      "the other class",
      paidUnder("default", PAID_ON, REFUNDED_ON, "other"),
      "default, other, payment-date 2025-04-15, given 2026-06-01",
    ],
    [
      "the entry date",
      paidUnder("default", day("2025-04-01")),
      "default, corporation, entry-date 2025-04-01, given 2026-06-01",
    ],
    [
      "the monthly statement",
      paidUnder("default", day("2025-05-21")),
      "default, corporation, monthly-statement 2025-05-21, given 2026-06-01",
    ],
    [
      "the first liquidation",
      paidUnder("default", PAID_ON, day("2026-02-13")),
      "default, corporation, payment-date 2025-04-15, liquidation-date 2026-02-13",
    ],
    [
      "two days earlier",
      paidUnder("default", PAID_ON, day("2026-05-30")),
      "default, corporation, payment-date 2025-04-15, given 2026-05-30",
    ],
    [
      "another convention and class",
      paidUnder("simple", PAID_ON, REFUNDED_ON, "other"),
      "simple, other, payment-date 2025-04-15, given 2026-06-01",
    ],
  ])("is found from %s", (_what, paid, expected) => {
    expect(best(paid)).toBe(expected);
  });

  it("is found on any day since CAPE began where the end is not known", () => {
    expect(
      best(paidUnder("default", PAID_ON, day("2026-07-19")), { givenEnd: null, liquidatedOn: null }),
    ).toBe("default, corporation, payment-date 2025-04-15, any-day 2026-07-19");
  });

  it("is not found a cent off; the nearest readings from named days say how far off they are", () => {
    const { ours, reproduced, nearest } = reconciled(usd("2823707.52"));
    expect(usdText(ours.interest)).toBe("2823707.51");
    expect(reproduced).toEqual([]);
    expect(nearest).toHaveLength(5);
    const gaps = nearest.map(({ difference }) => difference.abs());
    expect(gaps).toEqual(gaps.toSorted((a, b) => a.comparedTo(b)));
    expect(nearest.every(({ start, end }) => start.daysOff === 0 && end.daysOff === 0)).toBe(true);
    expect([nearest[0]?.convention, usdText(nearest[0]!.difference)]).toEqual(["default", "-0.01"]);
  });

  it("names our own reading first where many fit, as they do for a small principal", () => {
    const { reproduced, nearest } = reconciled(usd("0.68"), {}, usd("10"));
    expect(reproduced.length).toBeGreaterThan(20);
    expect(reproduced[0]).toMatchObject({
      convention: "default",
      start: { daysOff: 0 },
      end: { daysOff: 0 },
    });
    expect(nearest).toEqual([]);
  });

  it("lists what departs less from our own reading first, and of those the nearer days", () => {
    const { ours, reproduced } = reconciled(usd("0.68"), {}, usd("10"));
    const told = reproduced.map(({ convention, rateClass, start, end }) => ({
      departures: [
        convention !== "default",
        rateClass !== "corporation",
        start.on !== ours.start.on,
        end.on !== ours.end.on,
      ].filter(Boolean).length,
      daysOff: Math.abs(start.daysOff) + Math.abs(end.daysOff),
    }));
    expect(told).toEqual(told.toSorted((a, b) => a.departures - b.departures || a.daysOff - b.daysOff));
    expect(new Set(told.map(({ departures }) => departures))).toEqual(new Set([0, 1, 2, 3]));
    expect(Math.max(...told.map(({ daysOff }) => daysOff))).toBeGreaterThan(3);
  });

  it("leaves out a convention that computes on these days what a simpler one has computed", () => {
    const fitting = reconciled(paidUnder("flat-daily")).reproduced.filter(
      ({ rateClass, start, end }) =>
        rateClass === "corporation" && start.on === PAID_ON && end.on === REFUNDED_ON,
    );
    expect(fitting.map(({ convention }) => convention)).toEqual(["flat-daily"]);
  });

  it("throws where a caller asks for more readings than the bound", () => {
    const [first] = daysToTry(KNOWN)!.starts;
    const many = Array.from({ length: 50 }, () => first) as unknown as NonEmpty<typeof first>;
    const ends = Array.from({ length: 50 }, () => daysToTry(KNOWN)!.ends[0]) as never;
    expect(() =>
      reconcileInterest({ starts: many, ends, principal: PRINCIPAL, paid: PRINCIPAL, rateClasses: CLASSES }),
    ).toThrow(String(RECONCILE_TRIES_MAX));
  });
});
