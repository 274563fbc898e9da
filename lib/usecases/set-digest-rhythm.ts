import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { digestSettingOf, type Rhythm } from "@/lib/data/digests";
import { inOrganization } from "@/lib/data/tenant";
import { ok, type Result } from "@/lib/domain";

/** How often whoever acts wants the digest by e-mail. Links in earlier e-mails end with it. */
export async function setDigestRhythm(scope: OrgScope, rhythm: Rhythm): Promise<Result<null, never>> {
  await inOrganization(scope, async (t) => {
    await digestSettingOf(t).setRhythm(rhythm);
    await recordAudit(t, "digest.rhythm-set", scope.userId, { rhythm });
  });
  return ok(null);
}
