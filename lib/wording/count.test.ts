import { describe, expect, it } from "vitest";
import { countOf, formatBytes, percentDone } from "./count";
import { formatDayCount, formatDaysAway, formatInstant } from "./day";

describe("counts, sizes and distances in days", () => {
  it.each([
    { bytes: 1, words: "1 byte" },
    { bytes: 999, words: "999 bytes" },
    { bytes: 1000, words: "1.0 kB" },
    { bytes: 999_949, words: "999.9 kB" },
    { bytes: 999_950, words: "1.0 MB" },
    { bytes: 150_203_111, words: "150.2 MB" },
  ])("$bytes bytes read $words", ({ bytes, words }) => {
    expect(formatBytes(bytes)).toBe(words);
  });

  it.each([
    { done: 0, whole: 0, percent: 100 },
    { done: 999, whole: 1000, percent: 99 },
    { done: 1000, whole: 1000, percent: 100 },
    { done: 1001, whole: 1000, percent: 100 },
    { done: 5, whole: null, percent: null },
  ])("$done of $whole is $percent percent: never 100 before the end", ({ done, whole, percent }) => {
    expect(percentDone(done, whole)).toBe(percent);
  });

  it("uses the singular for one only", () => {
    expect([0, 1, 4182].map((count) => countOf(count, "entry", "entries"))).toEqual([
      "0 entries",
      "1 entry",
      "4,182 entries",
    ]);
  });

  it("counts days as the law does", () => {
    expect(formatDayCount(80, 80)).toBe("day 80 of 80");
    expect([-80, -1, 0, 1, 6].map(formatDaysAway)).toEqual([
      "80 days ago",
      "yesterday",
      "today",
      "tomorrow",
      "in 6 days",
    ]);
  });

  it("shows an instant in Eastern time, summer and winter, midnight included", () => {
    expect(formatInstant("2026-11-21T14:03:00Z")).toBe("2026-11-21 09:03 ET");
    expect(formatInstant("2026-07-01T14:03:00Z")).toBe("2026-07-01 10:03 ET");
    expect(formatInstant("2026-07-01T04:00:00Z")).toBe("2026-07-01 00:00 ET");
  });
});
