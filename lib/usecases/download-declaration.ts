import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { documentsOf, type StoredDocument } from "@/lib/data/documents";
import { inOrganization } from "@/lib/data/tenant";

/** The file of a frozen declaration; every download is noted. Null when there is none. */
export async function downloadDeclaration(scope: OrgScope, id: string): Promise<StoredDocument | null> {
  return inOrganization(scope, async (t) => {
    const file = await documentsOf(t).declarationFile(id);
    if (file) await recordAudit(t, "declaration.downloaded", id, { sha256: file.sha256 });
    return file;
  });
}
