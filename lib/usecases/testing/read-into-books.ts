import type { OrgScope } from "@/lib/auth/scope";
import { type Es003Row, anEs003 } from "@/lib/data/testing/an-es003";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";

import { readImport } from "../read-import";
import { receiveUpload } from "../receive-upload";

/** Uploads a file that must be taken; returns its import, which nobody has read yet. */
export async function upload(scope: OrgScope, content: Buffer | string, fileName = "a.csv"): Promise<string> {
  const received = await receiveUpload(scope, anUpload(content, fileName));
  if (!received.ok) throw new Error(`refused: ${received.problem.kind}`);
  return received.value.importId;
}

/** Reads a stored upload and adds it, as if somebody had said yes before anything was shown; for tests. */
export async function readIntoBooks(scope: OrgScope, importId: string): Promise<void> {
  await asOwner(
    "UPDATE imports SET state = 'adding' WHERE org_id = $1 AND id = $2 AND state IN ('stored', 'reading')",
    [scope.orgId, importId],
  );
  await readImport(scope, importId);
}

/** A file that is uploaded and in the books; returns its import. */
export async function added(scope: OrgScope, content: Buffer | string, fileName = "a.csv"): Promise<string> {
  const importId = await upload(scope, content, fileName);
  await readIntoBooks(scope, importId);
  return importId;
}

/** The same for rows of an ES-003. */
export const importRows = (scope: OrgScope, rows: readonly Es003Row[]): Promise<string> =>
  added(scope, anEs003(rows));
