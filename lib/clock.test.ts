import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.resetModules();
});

async function todayAt(instant: string, configured = "") {
  vi.stubEnv("CAPEDESK_TODAY", configured);
  vi.useFakeTimers({ now: new Date(instant), toFake: ["Date"] });
  return (await import("./clock")).today();
}

describe("today", () => {
  it.each([
    ["2026-11-22T04:59:59Z", "2026-11-21", "it is still 23:59 in New York"],
    ["2026-11-22T05:00:00Z", "2026-11-22", "it is midnight in New York"],
    ["2026-07-01T03:59:59Z", "2026-06-30", "in summer the day begins an hour earlier"],
    ["2026-07-01T04:00:00Z", "2026-07-01", "in summer the day begins an hour earlier"],
  ])("at %s is %s because %s", async (instant, today) => {
    expect(await todayAt(instant)).toBe(today);
  });

  it("is what CAPEDESK_TODAY says", async () => {
    expect(await todayAt("2026-11-22T12:00:00Z", "2026-04-20")).toBe("2026-04-20");
  });

  it("is refused before CAPE began, naming the first day that rules cover", async () => {
    await expect(todayAt("2026-11-22T12:00:00Z", "2026-04-19")).rejects.toThrow("a day before 2026-04-20");
  });
});
