import { describe, expect, it } from "vitest";
import { day } from "../day";
import { usd, usdText } from "../money";
import { depositDayOf } from "./deposit-day";
import { lateRefundInterest } from "./late-refund";
import { isWorkingDay, workingDayAfter } from "./working-days";

describe("the deposit day", () => {
  it("I7: is the payment date where a file has one, whatever else is known", () => {
    const paid = { paymentDate: day("2025-04-03"), monthly: true };
    expect(depositDayOf(day("2025-04-01"), paid)).toEqual({ day: "2025-04-03", basis: "payment-date" });
  });

  it.each([
    ["2025-04-01", "2025-04-15", "no holiday lies between"],
    ["2025-02-04", "2025-02-19", "Washington's Birthday is no working day"],
    ["2025-06-13", "2025-06-30", "Juneteenth is no working day; the entry was on a Friday"],
    ["2025-06-14", "2025-06-30", "day 1 is the Monday after an entry on a Saturday"],
    ["2025-06-15", "2025-06-30", "or on a Sunday"],
    ["2025-06-16", "2025-07-01", "and day 1 is the Tuesday after an entry on that Monday"],
    ["2025-12-19", "2026-01-06", "24 and 26 December 2025 were closed by order, which is no holiday"],
  ])("I7 I8 I13: an entry of %s was paid for on %s because %s", (entered, deposited) => {
    expect(depositDayOf(day(entered), { paymentDate: null, monthly: false })).toEqual({
      day: deposited,
      basis: "ten-working-days",
    });
  });

  it.each([
    ["2025-04-01", "2025-05-21"],
    ["2025-04-30", "2025-05-21"],
    ["2025-05-01", "2025-06-23"],
    ["2025-12-31", "2026-01-23"],
    ["2026-01-31", "2026-02-23"],
  ])(
    "I7: on a monthly statement an entry of %s was paid for on %s, the 15th working day of the next month",
    (entered, deposited) => {
      expect(depositDayOf(day(entered), { paymentDate: null, monthly: true })).toEqual({
        day: deposited,
        basis: "monthly-statement",
      });
    },
  );

  it("I8: is not derived where no holidays are known", () => {
    expect(() => depositDayOf(day("2023-11-01"), { paymentDate: null, monthly: false })).toThrow(
      "2024-01-01",
    );
    expect(() => workingDayAfter(day("2028-12-31"), 1)).toThrow("2028-12-31");
  });

  it("I8: the first and the last day of the holiday table are covered, the days beside it are not", () => {
    expect([isWorkingDay(day("2024-01-01")), isWorkingDay(day("2024-01-02"))]).toEqual([false, true]);
    expect([isWorkingDay(day("2028-12-29")), isWorkingDay(day("2028-12-31"))]).toEqual([true, false]);
    expect(() => isWorkingDay(day("2023-12-31"))).toThrow("2023-12-31");
    expect(() => isWorkingDay(day("2029-01-01"))).toThrow("2029-01-01");
  });
});

describe("interest on a late refund", () => {
  it.each([
    ["2026-07-01", "0.00", "day 30 is in time"],
    ["2026-07-02", "41.45", "one whole period of 30 days has passed"],
    ["2026-07-31", "91.09", "day 60 completes the second"],
  ])("paid on %s is %s because %s", (paid, expected) => {
    const interest = lateRefundInterest(usd("10000"), day("2026-06-01"), day(paid), "corporation");
    expect(usdText(interest)).toBe(expected);
  });
});
