import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, day, daysBetween } from "../day";
import { readDay } from "./read-day";

describe("a date cell", () => {
  it.each([
    { cell: "03/10/2025", is: "2025-03-10" },
    { cell: "3/9/2025", is: "2025-03-09" },
    { cell: "3/9/25", is: "2025-03-09" },
    { cell: "12/31/99", is: "2099-12-31" },
    { cell: "2025-03-10", is: "2025-03-10" },
    { cell: "2025-03-10 14:05", is: "2025-03-10" },
    { cell: "2025-03-10T23:59:59.000Z", is: "2025-03-10" },
    { cell: "03/10/2025 02:05 PM", is: "2025-03-10" },
    { cell: "20250310", is: "2025-03-10" },
    { cell: "46046", is: "2026-01-24" },
    { cell: "46036.5868", is: "2026-01-14" },
    { cell: '="03/10/2025"', is: "2025-03-10" },
    { cell: "36526", is: "2000-01-01" },
    { cell: "55153", is: "2050-12-31" },
  ])("reads $cell as $is", ({ cell, is }) => {
    expect(readDay(cell)).toEqual({ kind: "day", day: is });
  });

  it.each([
    { cell: "13/02/2025", dayFirst: true, because: "R19: there is no thirteenth month" },
    { cell: "31.12.2025", dayFirst: true, because: "R19: dots mean day first" },
    { cell: "02/30/2025", dayFirst: false, because: "February has no 30th" },
    { cell: "2025-02-29", dayFirst: false, because: "2025 is no leap year" },
    { cell: "36525", dayFirst: false, because: "serials before 2000 are no imports" },
    { cell: "55154", dayFirst: false, because: "serials after 2050 are no imports" },
    { cell: "2025", dayFirst: false, because: "a year is no day" },
    { cell: "pending", dayFirst: false, because: "it is a word" },
    { cell: "00/00/0000", dayFirst: false, because: "it is a filler" },
  ])("does not guess $cell because $because", ({ cell, dayFirst }) => {
    expect(readDay(cell)).toEqual({ kind: "unreadable", dayFirst });
  });

  it.each(["", "  ", "-", "\u00A0"])("is blank for %j", (cell) => {
    expect(readDay(cell)).toEqual({ kind: "blank" });
  });

  it("reads the same day from every way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18_627 }), (offset) => {
        const on = addDays(day("2000-01-01"), offset);
        const [year = "", month = "", dayOfMonth = ""] = on.split("-");
        const serial = String(36_526 + daysBetween(day("2000-01-01"), on));
        for (const cell of [on, `${month}/${dayOfMonth}/${year}`, `${on}T00:00:00Z`, serial])
          expect(readDay(cell)).toEqual({ kind: "day", day: on });
      }),
    );
  });
});
