import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { inOrganization } from "@/lib/data/tenant";
import { setOwnName as storeName, setOwnPassword as storePassword } from "@/lib/data/users";
import { ok, type Result } from "@/lib/domain";

/** Attestations and sign-offs keep the name that they were given with. */
export async function setOwnName(scope: OrgScope, name: string): Promise<Result<null, never>> {
  await inOrganization(scope, async (t) => {
    const before = await storeName(t, name);
    if (before !== name) await recordAudit(t, "account.name-changed", t.userId, { from: before, to: name });
  });
  return ok(null);
}

/** @param keptSessionId - the only session that goes on: whoever knew the old password is out at once */
export async function setOwnPassword(
  scope: OrgScope,
  passwordHash: string,
  keptSessionId: string,
): Promise<Result<null, never>> {
  await inOrganization(scope, async (t) => {
    await storePassword(t, passwordHash, keptSessionId, now());
    await recordAudit(t, "account.password-changed", t.userId);
  });
  return ok(null);
}
