import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { digestsOf } from "@/lib/data/digests";
import { inOrganization } from "@/lib/data/tenant";
import { ok, type Result } from "@/lib/domain";

/** Everything in the inbox of whoever acts counts as read. */
export async function markInboxRead(scope: OrgScope): Promise<Result<null, never>> {
  await inOrganization(scope, (t) => digestsOf(t).markAllRead());
  return ok(null);
}
