import { describe, expect, it } from "vitest";
import { day } from "../day";
import { TERMS_UNTIL_SAID } from "../interest/importer-terms";
import { usdText } from "../money";
import { aCommodity, aLine, type EntrySketch } from "../testing/an-entry";
import { screened } from "../testing/screened";

const hundredThousand: EntrySketch = {
  entered: "2025-04-01",
  facts: { paymentDate: "2025-04-15" },
  lines: [aLine({ hts: "9903.01.24", duty: "100000" }), aCommodity({ value: "500000" })],
};

describe("interest of an entry", () => {
  it.each([
    ["corporation", "6825.03"],
    ["other", "8037.46"],
  ] as const)("runs from the deposit to the as-of day, for a %s: %s", (rateClass, amount) => {
    const { interest } = screened(hundredThousand, "2026-06-01", { rateClass });
    expect(usdText(interest!.amount)).toBe(amount);
    expect(interest).toMatchObject({ from: "2025-04-15", to: "2026-06-01", basis: "payment-date" });
  });

  it("I1: a liquidated entry accrues to the as-of day as well", () => {
    const { interest } = screened({ ...hundredThousand, liquidated: "2026-03-01" }, "2026-06-01");
    expect(usdText(interest!.amount)).toBe("6825.03");
  });

  it("I18: stops on the day a refund report shows", () => {
    const { interest } = screened(hundredThousand, "2026-11-21", { refundedOn: day("2026-06-01") });
    expect([usdText(interest!.amount), interest!.to]).toEqual(["6825.03", "2026-06-01"]);
    expect(interest!.forecast).toBeNull();
  });

  it.each([
    [{}, "2025-09-29", "ten-working-days"],
    [{ facts: { monthlyStatement: "Y" } }, "2025-10-22", "monthly-statement"],
    [{ facts: { monthlyStatement: "N" } }, "2025-09-29", "ten-working-days"],
    [{ facts: { monthlyStatement: "Y", paymentDate: "2025-10-03" } }, "2025-10-03", "payment-date"],
  ])("I7 O8: %j starts on %s (%s)", (sketch, from, basis) => {
    expect(screened(sketch).interest).toMatchObject({ from, basis });
  });

  it.each([
    ["the importer pays monthly and no file says otherwise", {}, true, "2025-10-22", "monthly-statement"],
    ["the entry's own no wins", { facts: { monthlyStatement: "N" } }, true, "2025-09-29", "ten-working-days"],
    [
      "the entry's own yes wins",
      { facts: { monthlyStatement: "Y" } },
      false,
      "2025-10-22",
      "monthly-statement",
    ],
    ["a payment date wins", { facts: { paymentDate: "2025-10-03" } }, true, "2025-10-03", "payment-date"],
  ] as const)("I7: %s", (_because, sketch, paysMonthly, from, basis) => {
    expect(screened(sketch, "2026-11-21", { paysMonthly }).interest).toMatchObject({ from, basis });
  });

  it("I2 I6: forecasts 45 days on for unliquidated entries, with the days nobody has published a rate for", () => {
    expect(screened({}).interest?.forecast).toMatchObject({
      to: "2027-01-05",
      assumedDays: 5,
      untilLiquidation: false,
    });
    expect(screened({}).interest).toMatchObject({ to: "2026-11-21", assumedDays: 0 });
    expect(screened({ liquidated: "2026-11-01" }).interest?.forecast).toBeNull();
  });

  it("I3: a liquidation scheduled ahead stands beside the same forecast and ends nothing", () => {
    const { interest } = screened({ liquidated: "2026-12-11" });
    expect(interest).toMatchObject({ to: "2026-11-21" });
    expect(interest?.forecast).toMatchObject({ to: "2027-01-05", scheduledFor: "2026-12-11" });
    expect(usdText(interest!.amount)).toBe(usdText(screened({}).interest!.amount));
    expect(screened({}).interest?.forecast?.scheduledFor).toBeNull();
  });

  it.each<EntrySketch>([
    { status: "Suspended" },
    { status: "Extended" },
    { status: "Under Review" },
    { type: "31" },
  ])("I4: %j runs until liquidation, accrued to the as-of day like any other", (sketch) => {
    const { interest } = screened(sketch);
    expect(interest).toMatchObject({ to: "2026-11-21", forecast: { untilLiquidation: true } });
  });

  it("I11 I16: the class is a corporation's until the importer says otherwise; nothing is read from its number", () => {
    expect(TERMS_UNTIL_SAID).toEqual({ rateClass: "corporation", paysMonthly: false });
    const amounts = ["89-123456700", "123-45-6789", "251234-56789"].flatMap((importerNumber) =>
      ["ACME INC", "ACME LLC", "JANE DOE, SOLE PROPRIETOR"].map((importerName) =>
        usdText(
          screened(
            { ...hundredThousand, facts: { paymentDate: "2025-04-15", importerNumber, importerName } },
            "2026-06-01",
            {
              rateClass: "other",
            },
          ).interest!.amount,
        ),
      ),
    );
    expect(new Set(amounts)).toEqual(new Set(["8037.46"]));
  });

  it("I19: the forecast stands beside the headline and never changes it", () => {
    const { interest } = screened(hundredThousand, "2026-06-01");
    expect([usdText(interest!.amount), interest!.to]).toEqual(["6825.03", "2026-06-01"]);
    expect([usdText(interest!.forecast!.amount), interest!.forecast!.to]).toEqual(["7532.65", "2026-07-16"]);
  });

  it("I9: is 0.00 with both days where the derived start lies after the end", () => {
    const { interest } = screened(
      { type: "11", entered: "2026-02-20", liquidated: "2026-02-20" },
      "2026-11-21",
      {
        refundedOn: day("2026-02-20"),
      },
    );
    expect(interest).toMatchObject({ from: "2026-03-06", to: "2026-02-20", startsAfterEnd: true });
    expect(usdText(interest!.amount)).toBe("0.00");
  });

  it("I10: is null while the refund is a range", () => {
    expect(screened({ lines: [aLine({ hts: "9903.02.20" }), aCommodity()] }).interest).toBeNull();
  });

  it("I15: is null below zero", () => {
    expect(screened({ lines: [aLine({ duty: "-1" })] }).interest).toBeNull();
    expect(screened({ lines: [aLine({ duty: "0.01" })] }).interest).not.toBeNull();
  });

  it("I12: runs on the net from the one start", () => {
    const once = screened({ lines: [aLine({ duty: "75" })] }).interest;
    const net = screened({ lines: [aLine({ duty: "100" }), aLine({ duty: "-25", line: "2" })] }).interest;
    expect(usdText(net!.amount)).toBe(usdText(once!.amount));
  });

  it("O4: is 0.00 without dates where nothing is refundable", () => {
    const { interest } = screened({ entered: "2026-03-01" });
    expect(interest).toMatchObject({ from: null, to: null });
    expect(usdText(interest!.amount)).toBe("0.00");
  });

  it.each<[string, EntrySketch, boolean]>([
    ["cape-ready", {}, false],
    ["cape-refund-later", { status: "Suspended" }, false],
    ["I20: court", { liquidated: "2026-01-10" }, true],
    ["I5: excluded", { type: "08" }, true],
    ["I5: needs-data", { status: null }, true],
  ])("I14: %s is marked as if refunded: %s", (_lane, sketch, ifRefunded) => {
    expect(screened(sketch).interest).toMatchObject({ ifRefunded, to: "2026-11-21" });
  });

  it.each<[string, EntrySketch, boolean]>([
    ["R8: torn entry dates", { entered: ["2025-09-15", "2025-09-16"] }, true],
    ["R22: torn payment dates", { facts: { paymentDate: ["2025-10-01", "2025-10-02"] } }, true],
    ["a payment dated before IEEPA duty was collected", { facts: { paymentDate: "1999-10-01" } }, true],
    ["R22: torn liquidation dates", { liquidated: ["2026-01-10", "2026-01-11"] }, false],
    ["I14: no entry date", { entered: null }, true],
    [
      "I14: no entry date, but a payment date",
      { entered: null, facts: { paymentDate: "2025-10-01" } },
      false,
    ],
  ])("%s: null %s", (_case, sketch, isNull) => {
    expect(screened(sketch).interest === null).toBe(isNull);
  });

  it.each([
    ["2026-11-21", false, "a deposit on the day of screening earns nothing yet, and starts on time"],
    ["2026-11-22", true, "a deposit after it starts late"],
  ])("I9: paid on %s, starts after the end: %s, because %s", (paymentDate, startsAfterEnd) => {
    expect(screened({ facts: { paymentDate } }).interest?.startsAfterEnd).toBe(startsAfterEnd);
    expect(usdText(screened({ facts: { paymentDate } }).interest!.amount)).toBe("0.00");
  });

  it.each<[string, EntrySketch]>([
    ["of a type that CAPE never takes", { type: "08", status: "Suspended" }],
    ["flagged for reconciliation", { status: "Extended", facts: { reconciliationFlag: "Y" } }],
    [
      "that one file shows suspended and another not",
      { status: ["Suspended", "Unliquidated"], facts: { reconciliationFlag: "Y" } },
    ],
  ])("I4: a held entry %s runs until liquidation, whatever its lane", (_case, sketch) => {
    expect(screened(sketch).interest?.forecast?.untilLiquidation).toBe(true);
  });

  it("I3: of two schedules the earlier stands beside the forecast", () => {
    const { interest } = screened({ liquidated: ["2026-12-16", "2026-12-10"] });
    expect(interest?.forecast?.scheduledFor).toBe("2026-12-10");
  });

  it.each([
    ["2025-02-03", true],
    ["2025-02-04", false],
    ["2026-02-23", false],
    ["2026-02-24", true],
  ])(
    "is derived for entries inside the IEEPA window only: claimed and entered on %s, none: %s",
    (entered, isNull) => {
      expect(screened({ entered, claims: [{ outcome: "accepted" }] }).interest === null).toBe(isNull);
    },
  );

  it.each([
    ["2025-02-03", true],
    ["2025-02-04", false],
  ])("a payment on %s, when IEEPA duty began on 2025-02-04, tells no interest: %s", (paymentDate, isNull) => {
    expect(screened({ entered: "2025-02-04", facts: { paymentDate } }).interest === null).toBe(isNull);
  });

  it.each<[string | readonly string[], string]>([
    ["Y", "monthly-statement"],
    ["25091234567", "monthly-statement"],
    ["N0012345", "monthly-statement"],
    ["PMS NO", "monthly-statement"],
    [["N", "Y"], "monthly-statement"],
    ["no", "ten-working-days"],
    [" N ", "ten-working-days"],
    ["000", "ten-working-days"],
    ["--", "ten-working-days"],
    ["False", "ten-working-days"],
  ])("I7: a statement column that says %j makes it %s", (monthlyStatement, basis) => {
    expect(screened({ facts: { monthlyStatement } }).interest?.basis).toBe(basis);
  });
});
