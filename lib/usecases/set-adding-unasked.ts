import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import { inOrganization } from "@/lib/data/tenant";
import { ok, type Result } from "@/lib/domain";

/** Whether files that are recognised with certainty and only add entries go into the books without a question. */
export function setAddingUnasked(scope: OrgScope, addsFilesUnasked: boolean): Promise<Result<null, never>> {
  return inOrganization(scope, async (t) => {
    await organizationSettingsOf(t).setAddingUnasked(addsFilesUnasked);
    await recordAudit(t, "organization.adding-unasked-set", scope.orgId, {
      unasked: addsFilesUnasked ? "yes" : "no",
    });
    return ok(null);
  });
}
