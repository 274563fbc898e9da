import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";

export type CalendarEntry = {
  /** Stays the same for as long as the event is the same. */
  readonly uid: string;
  /** `2026-12-01`, all day. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly cancelled: boolean;
};

const REFRESH_SECONDS = 12 * 3600;

/** An iCalendar file (RFC 5545): names are escaped and long lines folded by the library, whatever they hold. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    // The library writes the name of a calendar as it is, line ends included.
    name: plain(name).replaceAll("\n", " "),
    prodId: { company: "CapeDesk", product: "Deadlines", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const entry of entries) {
    const start = new Date(`${entry.day}T00:00:00Z`);
    const event = calendar.createEvent({
      id: entry.uid,
      start,
      // The day after: the end of an all-day event is not part of it (RFC 5545 3.6.1).
      end: new Date(start.getTime() + 24 * 3600 * 1000),
      allDay: true,
      timezone: "UTC",
      summary: plain(entry.summary),
      description: plain(entry.description),
      url: entry.url,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.status(entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  }
  return calendar.toString();
}

/** Without control characters, which RFC 5545 forbids in text; line ends stay and are escaped. */
const plain = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]/gu, "");
