import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, daysBetween } from "../day";
import { type RateClass, rateOn } from "../law/interest-rates";
import { subtractUsd, toCents, usd, usdText } from "../money";
import { PUBLISHED_FIGURES, type PublishedFigure } from "../testing/published-interest-figures";
import { accrueInterest, createInterestTable, growthAt } from "./accrue";
import {
  COMPARED_CONVENTIONS,
  type ComparedConvention,
  CONVENTION_NAMES,
  conventionNamed,
  DEFAULT_CONVENTION,
  type InterestConvention,
} from "./convention";
import { factorText, interestFrom } from "./growth";
import { assumedDaysBetween, interestPeriods, periodsAt, type RateSource } from "./periods";
import { ratesUnder } from "./rates-under";
import { interestWorksheet } from "./worksheet";

const PRINCIPAL = usd("100000");
const START = day("2025-04-15");
const END = day("2026-06-01");

const cents = (
  convention?: InterestConvention,
  rateClass: RateClass = "corporation",
  start = START,
  end = END,
) => usdText(accrueInterest(PRINCIPAL, start, end, rateClass, convention));

describe("$100,000 from 2025-04-15 to 2026-06-01", () => {
  it("earns a corporation 6,825.03 and others 8,037.46, compounded daily", () => {
    expect(cents()).toBe("6825.03");
    expect(cents(undefined, "other")).toBe("8037.46");
  });

  it.each([
    ["quarterly", "6777.74"],
    ["simple", "6602.74"],
    ["flat-quarterly", "6957.59"],
    ["quarters-summed", "6647.64"],
    ["flat-daily", "7006.61"],
    ["corporate-cut", "5211.12"],
    ["start-in-end-out", "6827.96"],
    ["both-ends", "6842.59"],
    ["year-of-360", "6923.02"],
    ["nine-decimals", "6825.03"],
    ["rates-quarter-late", "7006.61"], // 6 % in place of 5 % for April to June 2026
    ["rates-quarter-early", "6743.13"], // 5 % in January to March 2026, 6 % from April on
  ] as const)("earns a corporation under the comparison %s: %s", (comparison, expected) => {
    expect(cents(COMPARED_CONVENTIONS[comparison])).toBe(expected);
  });

  it.each([
    ["2025-04-01", "2026-06-01", "7071.14", "interest ran from entry"],
    ["2025-05-21", "2026-06-01", "6194.78", "the monthly statement was paid on 21 May"],
    ["2025-04-15", "2026-07-10", "7426.65", "it ran to the day of the refund"],
  ])("from %s to %s earns %s because %s", (start, end, expected) => {
    expect(cents(undefined, "corporation", day(start), day(end))).toBe(expected);
  });

  it("splits into five quarters with the factors of the IRS tables", () => {
    const [{ rows }] = interestWorksheet(PRINCIPAL, START, END, "corporation").parts;
    expect(
      rows.map(({ quarter, from, to, days, annualPercent, factor }) => [
        quarter,
        from,
        to,
        days,
        annualPercent,
        factor,
      ]),
    ).toEqual([
      ["2025 Q2", "2025-04-16", "2025-06-30", 76, "6", "0.012570476"],
      ["2025 Q3", "2025-07-01", "2025-09-30", 92, "6", "0.015236961"],
      ["2025 Q4", "2025-10-01", "2025-12-31", 92, "6", "0.015236961"],
      ["2026 Q1", "2026-01-01", "2026-03-31", 90, "6", "0.014903267"],
      ["2026 Q2", "2026-04-01", "2026-06-01", 62, "5", "0.008528733"],
    ]);
  });

  it("leaves the cut alone for others and up to $10,000", () => {
    const cut = COMPARED_CONVENTIONS["corporate-cut"];
    expect(cents(cut, "other")).toBe(cents(undefined, "other"));
    for (const [amount, isCut] of [
      ["10000", false],
      ["10000.01", true],
    ] as const) {
      const full = accrueInterest(usd(amount), START, END, "corporation");
      expect(accrueInterest(usd(amount), START, END, "corporation", cut).lt(full)).toBe(isCut);
    }
  });
});

/** The rates a published figure states, each from its first day on. */
const ratesOf =
  ({ rates }: PublishedFigure): RateSource =>
  (on) => {
    const row = rates.findLast(([from]) => from <= on);
    if (row === undefined) throw new Error(`No rate for ${on}`);
    return { annualPercent: row[1], source: { law: "published figure", published: "test" }, assumed: false };
  };

const figure = (id: string) => PUBLISHED_FIGURES.find((published) => published.id === id)!;
const interestOfFigure = (published: PublishedFigure, change: Partial<InterestConvention> = {}) => {
  const convention = { ...DEFAULT_CONVENTION, ...change };
  const growth = growthAt(ratesOf(published), published.from, published.to, convention);
  return { growth, interest: interestFrom(usd(published.principal), growth, convention.factorDecimals) };
};

describe("figures that the IRS and Customs published", () => {
  it.each(["irs-james-1", "irs-james-2", "irs-james-3", "irs-athens-corp"])(
    "%s comes out to the cent",
    (id) => {
      const { growth, interest } = interestOfFigure(figure(id));
      expect(usdText(interest)).toBe(figure(id).expected);
      expect(factorText(growth)).toBe(figure(id).expectedFactor);
    },
  );

  it("revproc-95-17-table63-5d: a factor of nine decimals, by 366 days in a leap year", () => {
    const published = figure("revproc-95-17-table63-5d");
    expect(factorText(interestOfFigure(published).growth)).toBe(published.expected);
  });

  it("I17: irs-athens-over10k needs the factor rounded to nine decimals; full precision is a cent away", () => {
    const published = figure("irs-athens-over10k");
    expect(usdText(interestOfFigure(published, { factorDecimals: 9 }).interest)).toBe("2198.59");
    expect(usdText(interestOfFigure(published).interest)).toBe("2198.58");
    expect(factorText(interestOfFigure(published).growth)).toBe(published.expectedFactor);
  });

  it("irs-athens: the two tiers are added before one rounding", () => {
    const small = interestOfFigure(figure("irs-athens-corp"), { factorDecimals: 9 }).interest;
    const large = interestOfFigure(figure("irs-athens-over10k"), { factorDecimals: 9 }).interest;
    expect(usdText(subtractUsd(large, usd("0").minus(small) as typeof small))).toBe("2676.25");
  });

  it("I17: customs-hq-221692 comes within two cents, counting the start day and not the end day", () => {
    const published = figure("customs-hq-221692");
    const { interest } = interestOfFigure(published, { countedDays: "start-to-day-before-end" });
    expect(toCents(interest).minus(published.expected).abs().lte("0.02")).toBe(true);
    expect(usdText(interest)).toBe("12941.48");
  });
});

const days = fc.integer({ min: 0, max: 1400 }).map((n) => addDays(day("2024-01-01"), n));
const rateClasses = fc.constantFrom<RateClass>("corporation", "other");
const amounts = fc
  .integer({ min: 1, max: 100_000_000 })
  .map((n) => usd(`${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`));
const inOrder = (...list: Day[]) => list.sort();

describe("any span", () => {
  it("earns the same however it is split", () => {
    fc.assert(
      fc.property(amounts, days, days, days, rateClasses, (principal, a, b, c, rateClass) => {
        const [start, split, end] = inOrder(a, b, c) as [Day, Day, Day];
        const whole = accrueInterest(principal, start, end, rateClass);
        const first = accrueInterest(principal, start, split, rateClass);
        const balance = principal.plus(first) as typeof principal;
        const second = accrueInterest(balance, split, end, rateClass);
        expect(whole.minus(first).minus(second).abs().lt("1e-25")).toBe(true);
      }),
    );
  });

  it("earns more with every day, more for others than for corporations, and nothing in no time", () => {
    fc.assert(
      fc.property(amounts, days, days, (principal, a, b) => {
        const [start, end] = inOrder(a, b) as [Day, Day];
        const interest = accrueInterest(principal, start, end, "corporation");
        expect(accrueInterest(principal, start, addDays(end, 1), "corporation").gt(interest)).toBe(true);
        expect(accrueInterest(principal, start, end, "other").gte(interest)).toBe(true);
        expect(accrueInterest(principal, end, end, "corporation").isZero()).toBe(true);
        expect(interest.isZero()).toBe(daysBetween(start, end) === 0);
      }),
    );
  });

  it("has as many interest days as days lie between its ends, and one more where both ends count", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [start, end] = inOrder(a, b) as [Day, Day];
        const counted = (countedDays: InterestConvention["countedDays"]) =>
          periodsAt((on) => rateOn(on, "other"), start, end, { countedDays, yearDays: "calendar" }).reduce(
            (sum, period) => sum + period.days,
            0,
          );
        expect(counted("day-after-start-to-end")).toBe(daysBetween(start, end));
        expect(counted("start-to-day-before-end")).toBe(daysBetween(start, end));
        expect(counted("start-to-end")).toBe(daysBetween(start, end) + 1);
      }),
    );
  });

  it("I9: earns nothing when it ends before it starts", () => {
    expect(usdText(accrueInterest(PRINCIPAL, END, START, "other"))).toBe("0.00");
    expect(interestPeriods(END, START, "other")).toEqual([]);
  });

  it("never earns less to a later end, under every convention", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONVENTION_NAMES),
        amounts,
        days,
        days,
        (name, principal, start, end) => {
          const table = createInterestTable(conventionNamed(name));
          const to = (last: Day) => table.interestOn(principal, start, last, "corporation");
          expect(to(addDays(end, 1)).gte(to(end))).toBe(true);
        },
      ),
    );
  });

  it("earns nothing under any convention when it ends before it starts", () => {
    for (const name of CONVENTION_NAMES)
      expect(usdText(accrueInterest(PRINCIPAL, END, START, "corporation", conventionNamed(name))), name).toBe(
        "0.00",
      );
  });

  it("takes rates a quarter late or early, but none from before the table", () => {
    const ratesOf = (name: ComparedConvention, on: string) =>
      ratesUnder(conventionNamed(name), "corporation", false)(day(on)).annualPercent;
    expect(ratesOf("rates-quarter-late", "2026-04-01")).toBe("6");
    expect(ratesOf("rates-quarter-late", "2026-07-01")).toBe("5");
    expect(ratesOf("rates-quarter-late", "2024-01-01")).toBe("7");
    expect(ratesOf("rates-quarter-early", "2026-03-31")).toBe("5");
    expect(ratesOf("rates-quarter-early", "2026-04-01")).toBe("6");
  });

  it("I6: holds the last published rate or takes the user's own, and marks both as assumed", () => {
    const on = day("2027-01-01");
    const rate = (own: string | null) => ratesUnder(conventionNamed("default", own), "other", false)(on);
    expect(rate(null)).toMatchObject({ annualPercent: "7", assumed: true });
    expect(rate("6.5")).toMatchObject({ annualPercent: "6.5", assumed: true });
    expect(ratesUnder(conventionNamed("default", "6.5"), "other", false)(addDays(on, -1))).toMatchObject({
      annualPercent: "7",
      assumed: false,
    });
  });

  it("refuses days before the first published rate", () => {
    expect(() => accrueInterest(PRINCIPAL, day("2023-12-30"), END, "other")).toThrow("2024-01-01");
    expect(cents(undefined, "other", day("2023-12-31"), day("2024-01-01"))).toBe("21.86"); // the 1st is day one, by 366
  });

  it("I6: counts the days beyond the last published rate and marks them", () => {
    expect(assumedDaysBetween(day("2026-11-21"), day("2026-12-31"))).toBe(0);
    expect(assumedDaysBetween(day("2026-11-21"), day("2027-01-05"))).toBe(5);
    expect(assumedDaysBetween(day("2027-01-02"), day("2027-01-05"))).toBe(3);
    expect(
      interestPeriods(day("2026-12-30"), day("2027-01-02"), "other").map(({ assumed }) => assumed),
    ).toEqual([false, true]);
  });
});

describe("a table that remembers", () => {
  it("gives the same cents as a product over every quarter, whatever it was asked before", () => {
    const table = createInterestTable();
    fc.assert(
      fc.property(amounts, days, days, rateClasses, (principal, a, b, rateClass) => {
        const [start, end] = inOrder(a, b) as [Day, Day];
        const growth = interestPeriods(start, end, rateClass).reduce(
          (grown, { annualPercent, divisor, days: n }) =>
            grown.times(usd(annualPercent).div(100).div(divisor).plus(1).pow(n)),
          usd("1").plus(0),
        );
        const direct = principal.times(growth.minus(1)) as typeof principal;
        expect(usdText(table.interestOn(principal, start, end, rateClass))).toBe(usdText(direct));
      }),
    );
  });
});
