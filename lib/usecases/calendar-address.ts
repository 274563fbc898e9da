import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { calendarFeedOf } from "@/lib/data/calendar-feeds";
import { inOrganization } from "@/lib/data/tenant";
import { ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";

import { hashOfSecret, newSecret, toToken } from "./secret-link";

/** Makes a secret address for the calendar of whoever asks. The one before stops working. It is shown this once. */
export async function makeCalendarAddress(scope: OrgScope): Promise<Result<string, never>> {
  const { orgId, userId } = scope;
  const secret = newSecret();
  await inOrganization(scope, async (t) => {
    await calendarFeedOf(t).set(hashOfSecret(secret));
    await recordAudit(t, "calendar.address-made", userId);
  });
  return ok(`${env.APP_URL}/api/calendar/${toToken({ orgId, id: userId, secret })}.ics`);
}

/** From now on the address answers nobody. */
export async function revokeCalendarAddress(scope: OrgScope): Promise<Result<null, never>> {
  await inOrganization(scope, async (t) => {
    await calendarFeedOf(t).revoke();
    await recordAudit(t, "calendar.address-revoked", scope.userId);
  });
  return ok(null);
}
