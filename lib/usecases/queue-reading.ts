import "server-only";

import type { BulkTenant } from "@/lib/data/bulk-tenant";
import { holdImport, reopenImport } from "@/lib/data/import-steps";
import { isReadingQueued, queueJob } from "@/lib/data/job-queue";
import type { Tenant } from "@/lib/data/tenant";

/**
 * Has a stored file read, unless that waits or is under way already: a double click does the work once.
 * @param unasked - into the books without a question where it only adds entries
 * @returns false when there was nothing to do
 */
export async function queueReading(
  t: Tenant | BulkTenant,
  importId: string,
  unasked = false,
): Promise<boolean> {
  if (await isReadingQueued(t, importId)) return false;
  await holdImport(t, importId);
  if (await isReadingQueued(t, importId)) return false; // by somebody else at the same moment
  await reopenImport(t, importId);
  await queueJob(t, "read-import", { orgId: t.orgId, userId: t.userId, importId, unasked });
  return true;
}
