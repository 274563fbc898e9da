import { visitorOf } from "@/lib/auth/address";
import { takeRequest } from "@/lib/auth/request-limit";
import { refusal } from "@/lib/auth/refusal";
import { calendarFile } from "@/lib/files/calendar";
import { readCalendar } from "@/lib/usecases/read-calendar";
import { calendarName } from "@/lib/wording/calendar";

import { toCalendarEntry } from "./calendar-entries";

type RouteContext = {
  readonly params: Promise<{ feed: string }>;
};

/** For calendar programs, which have no session: the address itself is the secret, and no answer tells why it fails. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const [, token = ""] = /^([A-Za-z0-9_-]{1,200})\.ics$/.exec((await params).feed) ?? [];
  const waitSeconds = await takeRequest("feed", visitorOf(request.headers).address);
  if (waitSeconds > 0) {
    const refused = refusal(429, "Too many requests. Try again later.");
    refused.headers.set("retry-after", String(waitSeconds));
    return refused;
  }
  const calendar = await readCalendar(token);
  if (calendar === null) return refusal(404, "There is no calendar at this address.");
  const { scope, events } = calendar;
  return new Response(
    calendarFile(
      calendarName(scope.orgName),
      events.map((event) => toCalendarEntry(event, scope)),
    ),
    {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="capedesk-deadlines.ics"',
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex, nofollow",
        "x-content-type-options": "nosniff",
      },
    },
  );
}
