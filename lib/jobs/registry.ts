import "server-only";

import { jobScope } from "@/lib/data/memberships";
import type { JobName, Jobs } from "@/lib/data/job-queue";
import { readImport } from "@/lib/usecases/read-import";
import { screenOrganization } from "@/lib/usecases/screen-organization";

/** One handler a job: ids in, use case out. Each may run twice, and the second run changes nothing. */
export const HANDLERS: { readonly [Name in JobName]: (data: Jobs[Name]) => Promise<void> } = {
  async "read-import"({ orgId, userId, importId }) {
    const scope = await jobScope(orgId, userId);
    if (scope) await readImport(scope, importId);
  },
  async "screen-organization"({ orgId, userId }) {
    const scope = await jobScope(orgId, userId);
    if (scope) await screenOrganization(scope);
  },
};
