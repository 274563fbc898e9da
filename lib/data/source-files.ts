import "server-only";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** An imported file that entries were read from. */
export type SourceFile = { readonly id: string; readonly name: string; readonly sha256: string };

/** By the order of their import. @param ids - import ids */
export const sourceFilesOf = (t: Tenant, ids: readonly string[]): Promise<readonly SourceFile[]> =>
  queryOf(t)<SourceFile>(
    `SELECT id::text, file_name AS name, sha256 FROM imports WHERE org_id = ${ORG} AND id = ANY ($2::uuid[]) ORDER BY id`,
    [t.orgId, ids],
  );
