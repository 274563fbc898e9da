import type { OrgScope } from "@/lib/auth/scope";
import { asOwner } from "@/lib/data/testing/as-owner";

import { readImport } from "../read-import";

/** Reads a stored upload and adds it, as if somebody had said yes before anything was shown; for tests. */
export async function readIntoBooks(scope: OrgScope, importId: string): Promise<void> {
  await asOwner(
    "UPDATE imports SET state = 'adding' WHERE org_id = $1 AND id = $2 AND state IN ('stored', 'reading')",
    [scope.orgId, importId],
  );
  await readImport(scope, importId);
}
