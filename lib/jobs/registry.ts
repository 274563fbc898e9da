import "server-only";

import { jobScope } from "@/lib/data/memberships";
import type { JobName, Jobs } from "@/lib/data/job-queue";
import { giveUpImport, readImport } from "@/lib/usecases/read-import";
import { refreshScreenings, screenOrganization, screenTomorrow } from "@/lib/usecases/screen-organization";

export type Attempt = {
  /** The queue will not try again. */
  readonly isLast: boolean;
};

/** No try is left: the page of the import says so. */
export async function giveUpReading({ orgId, userId, importId }: Jobs["read-import"]): Promise<void> {
  const scope = await jobScope(orgId, userId);
  if (scope) await giveUpImport(scope, importId);
}

/** No try is left today: without a screening that waits, the organization would never be screened again. */
export async function giveUpScreening({ orgId, userId }: Jobs["screen-organization"]): Promise<void> {
  const scope = await jobScope(orgId, userId);
  if (scope) await screenTomorrow(scope);
}

/** One handler a job: ids in, use case out. Each may run twice, and the second run changes nothing. */
export const HANDLERS: {
  readonly [Name in JobName]: (data: Jobs[Name], attempt: Attempt) => Promise<void>;
} = {
  async "read-import"(data, { isLast }) {
    const { orgId, userId, importId } = data;
    const scope = await jobScope(orgId, userId);
    if (!scope) return;
    try {
      await readImport(scope, importId);
    } catch (error) {
      console.error(`Import ${importId} could not be read:`, error);
      if (isLast) await giveUpReading(data);
      throw error;
    }
  },
  async "screen-organization"(data, { isLast }) {
    const { orgId, userId, afresh = false } = data;
    const scope = await jobScope(orgId, userId);
    if (!scope) return;
    try {
      await (afresh ? screenOrganization(scope) : refreshScreenings(scope));
    } catch (error) {
      if (isLast) await giveUpScreening(data);
      throw error;
    }
  },
};
