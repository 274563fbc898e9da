import "server-only";

import { jobScope } from "@/lib/data/memberships";
import type { JobName, Jobs } from "@/lib/data/job-queue";
import { giveUpImport, readImport } from "@/lib/usecases/read-import";
import { screenOrganization } from "@/lib/usecases/screen-organization";

export type Attempt = {
  /** The queue will not try again. */
  readonly isLast: boolean;
};

/** One handler a job: ids in, use case out. Each may run twice, and the second run changes nothing. */
export const HANDLERS: {
  readonly [Name in JobName]: (data: Jobs[Name], attempt: Attempt) => Promise<void>;
} = {
  async "read-import"({ orgId, userId, importId }, { isLast }) {
    const scope = await jobScope(orgId, userId);
    if (!scope) return;
    try {
      await readImport(scope, importId);
    } catch (error) {
      console.error(`Import ${importId} could not be read:`, error);
      if (isLast) await giveUpImport(scope, importId);
      throw error;
    }
  },
  async "screen-organization"({ orgId, userId }) {
    const scope = await jobScope(orgId, userId);
    if (scope) await screenOrganization(scope);
  },
};
