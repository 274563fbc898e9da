import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../day";
import type { RateClass } from "../law/interest-rates";
import { sumUsd, toCents, type Usd, usd, usdText } from "../money";
import { accrueInterest } from "./accrue";
import { compareConventions } from "./compare";
import { COMPARED_CONVENTIONS, type ConventionName, CONVENTION_NAMES, conventionNamed } from "./convention";
import { interestWorksheet, type WorksheetRow } from "./worksheet";

const PRINCIPAL = usd("100000");
const START = day("2025-04-15");
const END = day("2026-06-01");

const worksheet = (name: ConventionName, rateClass: RateClass = "corporation") =>
  interestWorksheet(PRINCIPAL, START, END, rateClass, conventionNamed(name));

const interests = (rows: readonly WorksheetRow[]) => rows.map(({ interest }) => usdText(interest));

describe("the worksheet", () => {
  it("carries each quarter's interest into the next and rounds once, at the end", () => {
    const { parts, total, assumedDays } = worksheet("default");
    expect(usdText(total)).toBe("6825.03");
    expect(interests(parts[0].rows)).toEqual(["1257.05", "1542.85", "1566.36", "1555.40", "903.38"]);
    expect(usdText(parts[0].rows.at(-1)!.balance)).toBe("106825.03");
    expect(assumedDays).toBe(0);
  });

  it("compounds quarterly by days × rate on the balance", () => {
    const [{ rows }] = worksheet("quarterly").parts;
    expect(rows[0]).toMatchObject({ days: 76, annualPercent: "6", divisor: 365, factor: "0.012493151" });
    expect(usdText(rows[1]!.bearing)).toBe("101249.32");
    expect(interests(rows)).toEqual(["1249.32", "1531.22", "1554.38", "1543.59", "899.24"]);
  });

  it.each(["simple", "quarters-summed"] as const)(
    "starts every quarter from the principal when %s",
    (name) => {
      const [{ rows }] = worksheet(name).parts;
      expect(rows.map(({ bearing }) => usdText(bearing))).toEqual(rows.map(() => "100000.00"));
      expect(usdText(rows[1]!.interest)).toBe(usdText(rows[2]!.interest));
    },
  );

  it("works the corporate cut out in two parts, the rest at 1.5 points less", () => {
    const { parts, total } = worksheet("corporate-cut");
    expect(parts.map(({ principal, cut }) => [usdText(principal), cut])).toEqual([
      ["10000.00", false],
      ["90000.00", true],
    ]);
    expect(parts.map(({ rows }) => rows.map(({ annualPercent }) => annualPercent))).toEqual([
      ["6", "6", "6", "6", "5"],
      ["4.5", "4.5", "4.5", "4.5", "3.5"],
    ]);
    expect(parts.map(({ interest }) => usdText(interest))).toEqual(["682.50", "4528.62"]);
    expect(usdText(total)).toBe("5211.12");
    expect(worksheet("corporate-cut", "other").parts).toHaveLength(1);
  });

  it("multiplies the factor of nine decimals where the convention rounds it", () => {
    const [{ rows, interest }] = worksheet("nine-decimals").parts;
    expect(rows.at(-1)!.factorSoFar).toBe("0.068250312");
    expect(interest.toFixed()).toBe("6825.0312");
  });

  it("I6: says how many days rest on an assumed rate, the last one held or the user's own", () => {
    const [from, to] = [day("2026-11-21"), day("2027-01-05")];
    expect(interestWorksheet(PRINCIPAL, from, to, "other").assumedDays).toBe(5);
    const own = interestWorksheet(PRINCIPAL, from, to, "other", conventionNamed("default", "8"));
    expect(own.assumedDays).toBe(5);
    expect(own.parts[0].rows.map(({ annualPercent, assumed }) => [annualPercent, assumed])).toEqual([
      ["7", false],
      ["8", true],
    ]);
  });

  it("is empty and zero for no days", () => {
    const { parts, total, assumedDays } = interestWorksheet(PRINCIPAL, START, START, "other");
    expect([parts[0].rows, usdText(total), assumedDays]).toEqual([[], "0.00", 0]);
  });
});

describe("any worksheet, under every convention", () => {
  const days = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(day("2024-01-01"), n));
  const rateClasses = fc.constantFrom<RateClass>("corporation", "other");
  const amounts = fc.integer({ min: 1, max: 50_000_000 }).map((cents) => usd((cents / 100).toFixed(2)));
  const conventions = fc.constantFrom(...CONVENTION_NAMES);

  const given = (
    check: (name: ConventionName, principal: Usd, from: Day, to: Day, rateClass: RateClass) => void,
  ) => {
    fc.assert(
      fc.property(conventions, amounts, days, days, rateClasses, (name, principal, a, b, rateClass) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        check(name, principal, from, to, rateClass);
      }),
      { numRuns: 300 },
    );
  };

  it("adds up: its rows, rounded once, are the interest accrued, to the cent", () => {
    given((name, principal, from, to, rateClass) => {
      const convention = conventionNamed(name);
      const { parts, total } = interestWorksheet(principal, from, to, rateClass, convention);
      const rows = parts.flatMap((part) => part.rows);
      const accrued = toCents(accrueInterest(principal, from, to, rateClass, convention));
      expect(usdText(sumUsd(rows.map(({ interest }) => interest)))).toBe(usdText(accrued));
      expect(usdText(total)).toBe(usdText(accrued));
    });
  });

  it("can be followed by hand: factor × what bears it is the interest, and the balance carries it", () => {
    given((name, principal, from, to, rateClass) => {
      const { parts } = interestWorksheet(principal, from, to, rateClass, conventionNamed(name));
      for (const part of parts) {
        let balance: Usd = part.principal;
        for (const row of part.rows) {
          // Nine printed decimals of a factor are worth less than a cent up to ten million dollars.
          const byHand = row.bearing.times(row.factor);
          expect(byHand.minus(row.interest).abs().lt("0.01")).toBe(true);
          balance = balance.plus(row.interest) as Usd;
          expect(row.balance.minus(balance).abs().lt("1e-20")).toBe(true);
        }
      }
    });
  });

  it("the other way round: the comparison shows each convention's own interest and the difference to ours", () => {
    given((_name, principal, from, to, rateClass) => {
      const ours = toCents(accrueInterest(principal, from, to, rateClass));
      for (const { convention, interest, difference } of compareConventions(principal, from, to, rateClass)) {
        const own = accrueInterest(principal, from, to, rateClass, COMPARED_CONVENTIONS[convention]);
        expect(usdText(interest)).toBe(usdText(own));
        expect(usdText(ours.plus(difference) as Usd)).toBe(usdText(interest));
      }
    });
  }, 30_000);
});

describe("the comparison of $100,000 from 2025-04-15 to 2026-06-01, corporation", () => {
  it.each([
    ["quarterly", "6777.74", "-47.29", "interest-bears-interest-daily"],
    ["simple", "6602.74", "-222.29", "interest-bears-interest-daily"],
    ["quarters-summed", "6647.64", "-177.39", "interest-is-carried-forward"],
    ["flat-daily", "7006.61", "181.58", "rates-change-by-quarter"],
    ["flat-quarterly", "6957.59", "132.56", "rates-change-by-quarter"],
    ["rates-quarter-late", "7006.61", "181.58", "each-quarter-has-its-own-rate"],
    ["rates-quarter-early", "6743.13", "-81.90", "each-quarter-has-its-own-rate"],
    ["corporate-cut", "5211.12", "-1613.91", "two-classes-only"],
    ["start-in-end-out", "6827.96", "2.93", "first-day-after-the-deposit"],
    ["both-ends", "6842.59", "17.56", "first-day-after-the-deposit"],
    ["year-of-360", "6923.02", "97.99", "actual-days-of-the-year"],
    ["nine-decimals", "6825.03", "0.00", "no-rounding-on-the-way"],
  ] as const)("%s gives %s, %s against ours, because of ours: %s", (name, interest, difference, because) => {
    const compared = compareConventions(PRINCIPAL, START, END, "corporation");
    const row = compared.find(({ convention }) => convention === name)!;
    expect([usdText(row.interest), usdText(row.difference), row.because]).toEqual([
      interest,
      difference,
      because,
    ]);
    expect(compared).toHaveLength(12);
  });
});
