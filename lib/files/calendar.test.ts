import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

import { calendarFile, type CalendarEntry } from "./calendar";

const anEntry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "2026-12-01.cape-window.org@capedesk",
  day: "2026-12-01",
  summary: "CAPE window ends: 14 entries, 51,200.00 USD at risk",
  description: "Harbor Light\nLast safe day: 2026-11-25.",
  url: "https://capedesk.example.com/harbor/deadlines",
  sequence: 3,
  changedAt: new Date("2026-11-20T09:08:07Z"),
  cancelled: false,
  ...change,
});

const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    whole: new ICAL.Event(event),
    text: (name: string) => String(event.getFirstPropertyValue(name)),
  }));
};

describe("a calendar file, as another library reads it", () => {
  it("has an all-day event with its revision", () => {
    const [event] = read(calendarFile("Deadlines", [anEntry()]));
    expect(event!.whole.startDate.isDate).toBe(true);
    expect(event!.text("dtstart")).toBe("2026-12-01");
    expect(event!.text("dtend")).toBe("2026-12-02");
    expect(event!.text("sequence")).toBe("3");
    expect(event!.text("dtstamp")).toBe("2026-11-20T09:08:07Z");
    expect(event!.text("last-modified")).toBe("2026-11-20T09:08:07Z");
    expect(event!.text("status")).toBe("CONFIRMED");
    expect(event!.text("transp")).toBe("TRANSPARENT");
    expect(event!.whole.uid).toBe("2026-12-01.cape-window.org@capedesk");
  });

  it("says of a cancelled event that it is", () => {
    expect(read(calendarFile("Deadlines", [anEntry({ cancelled: true })]))[0]!.text("status")).toBe(
      "CANCELLED",
    );
  });

  it("is valid without any event, and says how often to look", () => {
    const file = calendarFile("Deadlines", []);
    expect(read(file)).toEqual([]);
    expect(file).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
  });

  it.each([
    ["commas, semicolons and backslashes", "Harbor, Light; \\ Co"],
    ["an injected event", "Harbor\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:planted"],
    ["an injected property", "Harbor\nATTACH:http://example.com/"],
    ["text from right to left and pictures", "\u202Eevil\u202C 👩‍👩‍👧‍👦 港"],
    ["a zero byte and an escape character", "a\u0000b\u001bc"],
  ])("keeps a hostile name what it is: %s", (_, name) => {
    const events = read(calendarFile(name, [anEntry({ summary: name, description: name })]));
    expect(events).toHaveLength(1);
    expect(events[0]!.whole.uid).toBe(anEntry().uid);
    const plain = name.replaceAll(/[\u0000\u001b\r]/g, "");
    expect(events[0]!.whole.summary.replaceAll("\r", "")).toBe(plain);
    expect(events[0]!.text("attach")).toBe("null");
  });

  it("folds every line within 75 bytes and loses no character by it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
        const file = calendarFile("Deadlines", [anEntry({ summary: name })]);
        for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const plain = name.replaceAll(/[^\P{Cc}\n\t]/gu, "");
        expect(read(file)[0]!.whole.summary).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });
});
