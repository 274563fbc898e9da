import { describe, expect, it } from "vitest";
import { type Day, day } from "../day";
import { FIRST_COVERED } from "../law/entry-types";
import { CONVENTION_NAMES } from "./convention";
import { RECONCILE_TRIES_MAX } from "./reconcile";
import { daysToTry, type KnownDays } from "./reconcile-days";

const KNOWN: KnownDays = {
  givenStart: null,
  paymentDate: day("2025-04-15"),
  entryDate: day("2025-04-01"),
  monthly: false,
  givenEnd: day("2026-06-01"),
  refundedOn: null,
  liquidatedOn: day("2026-02-13"),
  asOf: day("2026-11-21"),
};

const CLASSES = 2;

describe("the days to try", () => {
  const kinds = (days: readonly { kind: string; on: Day; daysOff: number }[]) =>
    days.filter(({ daysOff }) => daysOff === 0).map(({ kind, on }) => `${kind} ${on}`);

  it("name each day once, the best name first: given, paid, derived, entry date", () => {
    const { starts, ends } = daysToTry({ ...KNOWN, givenStart: day("2025-04-03"), monthly: true })!;
    expect(kinds(starts)).toEqual([
      "given 2025-04-03",
      "payment-date 2025-04-15", // also the tenth working day
      "monthly-statement 2025-05-21",
      "entry-date 2025-04-01",
    ]);
    expect(kinds(ends)).toEqual(["given 2026-06-01", "liquidation-date 2026-02-13"]);
    expect(new Set(starts.map(({ on }) => on)).size).toBe(starts.length);
  });

  it("reach three days around a known end, and every day of CAPE where it is unknown", () => {
    expect(daysToTry(KNOWN)!.ends).toHaveLength(14);
    const { starts, ends } = daysToTry({ ...KNOWN, givenEnd: null, liquidatedOn: null })!;
    expect([ends[0].on, ends.at(-1)?.on]).toEqual([FIRST_COVERED.day, KNOWN.asOf]);
    expect(starts.every(({ daysOff }) => daysOff === 0)).toBe(true);
  });

  it("stay below the bound, however much is known and however long CAPE has run", () => {
    const all = {
      ...KNOWN,
      givenStart: day("2025-06-01"),
      paymentDate: day("2025-07-01"),
      refundedOn: day("2026-08-01"),
      asOf: day("2029-01-01"),
    };
    for (const givenEnd of [KNOWN.givenEnd, null]) {
      const { starts, ends } = daysToTry({ ...all, givenEnd })!;
      const tries = starts.length * ends.length * CLASSES * CONVENTION_NAMES.length;
      expect(tries).toBeLessThan(RECONCILE_TRIES_MAX);
    }
  });

  it("are none where no start is known, and none before the first published rate", () => {
    expect(daysToTry({ ...KNOWN, paymentDate: null, entryDate: null })).toBeNull();
    const { starts } = daysToTry({ ...KNOWN, paymentDate: day("2024-01-02"), entryDate: null })!;
    expect(starts.map(({ on }) => on).toSorted()[0]).toBe("2024-01-01");
    const old = daysToTry({ ...KNOWN, entryDate: day("2020-05-01") })!;
    expect(kinds(old.starts)).toEqual(["payment-date 2025-04-15"]);
  });

  it("are tried by their distance from the named day, the day before ahead of the day after", () => {
    const { ends } = daysToTry({ ...KNOWN, liquidatedOn: null })!;
    expect(ends.map(({ on, daysOff }) => [on, daysOff])).toEqual([
      ["2026-06-01", 0],
      ["2026-05-31", -1],
      ["2026-06-02", 1],
      ["2026-05-30", -2],
      ["2026-06-03", 2],
      ["2026-05-29", -3],
      ["2026-06-04", 3],
    ]);
  });

  it("are the last 366 up to the day of asking where the end is unknown and CAPE is older than that", () => {
    const { ends } = daysToTry({ ...KNOWN, givenEnd: null, liquidatedOn: null, asOf: day("2028-06-30") })!;
    expect([ends.length, ends[0].on, ends.at(-1)?.on]).toEqual([366, "2027-07-01", "2028-06-30"]);
  });

  it("are one on the day CAPE opened, and none before it unless an end is named", () => {
    const endUnknown = { ...KNOWN, givenEnd: null, liquidatedOn: null };
    expect(daysToTry({ ...endUnknown, asOf: FIRST_COVERED.day })!.ends).toHaveLength(1);
    expect(daysToTry({ ...endUnknown, asOf: day("2026-04-10") })).toBeNull();
    expect(daysToTry({ ...KNOWN, givenEnd: null, asOf: day("2026-04-10") })!.ends).toEqual([
      { on: "2026-02-13", kind: "liquidation-date", daysOff: 0 },
    ]);
  });

  it("try the refund's own day before the liquidation", () => {
    const { ends } = daysToTry({ ...KNOWN, refundedOn: day("2026-06-20") })!;
    expect(kinds(ends)).toEqual([
      "given 2026-06-01",
      "refund-date 2026-06-20",
      "liquidation-date 2026-02-13",
    ]);
  });

  it.each([
    ["2023-12-31", [], "no holidays are known for the days after it"],
    [
      "2024-01-01",
      ["ten-working-days", "monthly-statement", "entry-date"],
      "the holidays are known from that day on",
    ],
    ["2028-11-01", ["ten-working-days", "monthly-statement", "entry-date"], "both payments lie in 2028"],
    ["2028-11-02", ["entry-date"], "a payment 60 days later would lie behind the last known holidays"],
  ])("of a payment for an entry of %s are %j because %s", (entered, expected) => {
    const days = daysToTry({ ...KNOWN, paymentDate: null, entryDate: day(entered), givenEnd: null });
    expect(days?.starts.map(({ kind }) => kind) ?? []).toEqual(expected);
  });

  it("put the statement that the importer pays by first", () => {
    const derived = (monthly: boolean) =>
      daysToTry({ ...KNOWN, paymentDate: null, monthly, givenEnd: null })!.starts.map(({ kind }) => kind);
    expect(derived(false)).toEqual(["ten-working-days", "monthly-statement", "entry-date"]);
    expect(derived(true)).toEqual(["monthly-statement", "ten-working-days", "entry-date"]);
  });
});
