import fc from "fast-check";
import { expect, it } from "vitest";

import { addDays, day } from "../day";
import { lookUpChapter99, periodFrom } from "../law/chapter-99";
import { CHAPTER_99_ROWS } from "../law/chapter-99-rows";
import { chapter99Code } from "../identifiers";
import { aLine } from "../testing/an-entry";
import { rememberingRoles, roleOf } from "./tariff-role";

const CODES = [...new Set(CHAPTER_99_ROWS.map(({ code }) => code))];
/** Every day on which a row begins or ends, with the days beside it, and days far away from all of them. */
const CHANGES = CHAPTER_99_ROWS.flatMap(({ from, until }) => [from ?? until, until ?? from])
  .flatMap((on) => (on === null ? [] : [-1, 0, 1].map((days) => addDays(day(on), days))))
  .concat(day("1999-12-31"), day("2199-01-01"));
const someDay = fc.oneof(
  fc.constantFrom(...CHANGES),
  fc.nat(800).map((days) => addDays(day("2025-01-01"), days)),
);
const someRow = fc.record({
  hts: fc.oneof(fc.constantFrom(...CODES, "9903.99.99", "9802.00.60", "8413.91.9085"), fc.constant(null)),
  origin: fc.constantFrom("CN", "DE", "TW", "CA", "XX", null),
  entered: fc.oneof(someDay, fc.constant(null)),
});

it("a number is remembered as what it is on each day, for goods of each origin", () => {
  fc.assert(
    fc.property(fc.array(someRow, { maxLength: 30 }), (rows) => {
      const remembered = rememberingRoles();
      for (const { entered, ...sketch } of [...rows, ...rows.toReversed()]) {
        const row = aLine(sketch);
        expect(remembered(row, entered)).toEqual(roleOf(row, entered));
      }
    }),
    { numRuns: 300 },
  );
});

it("no number changes inside a period of the tariff", () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom(...CODES), (on, code) => {
      const first = periodFrom(on);
      expect(first === null || first <= on).toBe(true);
      const onDay = (entered: typeof on) => lookUpChapter99(chapter99Code(code), entered, "CN");
      if (first !== null) expect(onDay(on)).toEqual(onDay(first));
    }),
    { numRuns: 2_000 },
  );
});
