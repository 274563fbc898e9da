import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { currentCalendarEvents, type CalendarEvent } from "@/lib/data/calendar-events";
import { calendarFeedOf } from "@/lib/data/calendar-feeds";
import { jobScope } from "@/lib/data/memberships";
import { inOrganization } from "@/lib/data/tenant";

import { hashOfSecret, readToken } from "./secret-link";

type CalendarOfMember = {
  readonly scope: OrgScope;
  readonly events: readonly CalendarEvent[];
};

/**
 * The calendar behind a secret address, without a session. Null for every address that is not in force: revoked,
 * replaced, of somebody who is no member any more, or made up.
 */
export async function readCalendar(token: string): Promise<CalendarOfMember | null> {
  const found = readToken(token);
  if (found === null) return null;
  const scope = await jobScope(found.orgId, found.id);
  if (scope === null) return null;
  return inOrganization(scope, async (t) => {
    if (!(await calendarFeedOf(t).fetch(hashOfSecret(found.secret)))) return null;
    return { scope, events: await currentCalendarEvents(t, today()) };
  });
}
