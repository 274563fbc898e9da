import { describe, expect, it } from "vitest";

import type { JobProgress } from "@/lib/data/job-lease";

import { Deadline } from "./deadline";

const at = (bytes: number, stage: JobProgress["stage"] = "reading"): JobProgress => ({
  ...{ stage, bytes, rows: 0 },
  ...{ entries: 0, entriesTotal: 0 },
});

const LIMITS = { stallSeconds: 10, readingSecondsMax: 60 };

describe("the deadline of a reading", () => {
  it("is reached when nothing further was read for longer than it may stand still", () => {
    const deadline = new Deadline(LIMITS);
    expect(deadline.check(at(1), 0)).toBeNull();
    expect(deadline.check(at(2), 9_000)).toBeNull();
    expect(deadline.check(at(2), 19_000)).toBeNull();
    expect(deadline.check(at(2), 19_001)).toEqual({ kind: "stalled", seconds: 10 });
  });

  it("is reached when the reading takes too long in all, however well it goes on", () => {
    const deadline = new Deadline(LIMITS);
    for (let second = 0; second <= 60; second++) expect(deadline.check(at(second), second * 1000)).toBeNull();
    expect(deadline.check(at(61), 60_001)).toEqual({ kind: "too-long", seconds: 60 });
  });

  it("does not run before the reading has begun, nor once it is over", () => {
    const deadline = new Deadline(LIMITS);
    expect(deadline.check(null, 100_000)).toBeNull();
    expect(deadline.check(at(1), 200_000)).toBeNull();
    expect(deadline.check(at(9, "screening"), 900_000)).toBeNull();
  });
});
