import { deadlineDayHref } from "@/app/[org]/deadlines/deadline-query";
import type { OrgScope } from "@/lib/auth/scope";
import type { CalendarEvent } from "@/lib/data/calendar-events";
import { addDays, CLOCKS, lastSafeDayOf, usdText, type ClockKind, type Day } from "@/lib/domain";
import { env } from "@/lib/env";
import type { CalendarEntry } from "@/lib/files/calendar";
import { eventText, eventTitle } from "@/lib/wording/calendar";

/** One event under a name that no change of its facts changes. */
export function toCalendarEntry(event: CalendarEvent, scope: OrgScope): CalendarEntry {
  const { day, kind, sequence, changedAt, cancelled, entries, ranges } = event;
  const facts = {
    ...{ kind, entries, ranges, atRisk: usdText(event.atRisk), organization: scope.orgName },
    safeDay: safeDayOf(kind, day),
  };
  return {
    ...{ day, sequence, changedAt, cancelled },
    uid: `${day}.${kind}.${scope.orgId}@capedesk`,
    summary: eventTitle(facts),
    description: eventText(facts),
    url: `${env.APP_URL}${deadlineDayHref(`/${scope.orgSlug}`, { day, kind, importer: "", all: false })}`,
  };
}

/** Only the CAPE window's safe day depends on its start, which is a fixed number of days back. */
function safeDayOf(kind: ClockKind, lastDay: Day): Day | null {
  return lastSafeDayOf({ kind, from: addDays(lastDay, -CLOCKS["cape-window"].days), lastDay });
}
