import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { documentsOf, type KeptDocument } from "@/lib/data/documents";
import { inOrganization } from "@/lib/data/tenant";

/** The file of a frozen declaration; every download is noted. Null when there is none. */
export async function downloadDeclaration(scope: OrgScope, id: string): Promise<KeptDocument | null> {
  const [file = null] = (await downloadDeclarations(scope, [id])) ?? [];
  return file;
}

/** The files of several frozen declarations, in this order; every one is noted. Null when one of them has none. */
export async function downloadDeclarations(
  scope: OrgScope,
  ids: readonly string[],
): Promise<readonly KeptDocument[] | null> {
  return inOrganization(scope, async (t) => {
    const files: (KeptDocument & { readonly declarationId: string })[] = [];
    for (const id of ids) {
      const file = await documentsOf(t).declarationFile(id);
      if (!file) return null;
      files.push({ ...file, declarationId: id });
    }
    // Noted once all of them are there: what is refused was not downloaded.
    for (const { declarationId, sha256 } of files)
      await recordAudit(t, "declaration.downloaded", declarationId, { sha256 });
    return files;
  });
}
