import "server-only";

import type { EntryNumber } from "@/lib/domain";

import { ORG } from "./org-parameter";
import { queryOf, type Tenant } from "./tenant";

/** A declaration at the other end of a refile: the one that rows came from, or the one that they went to. */
type LinkedDeclaration = {
  readonly id: string;
  readonly fileName: string;
  readonly entries: number;
};

/** Declarations from which rows of this one come, and those to which rows of it went; withdrawn ones are left out. */
export async function linkedDeclarations(
  t: Tenant,
  declarationId: string,
): Promise<{
  readonly parents: readonly LinkedDeclaration[];
  readonly refiles: readonly LinkedDeclaration[];
}> {
  const query = queryOf(t);
  const parents = await query<LinkedDeclaration>(
    `SELECT d.id::text, d.file_name AS "fileName", count(*)::int AS entries
     FROM declaration_entries e JOIN declarations d ON d.org_id = e.org_id AND d.id = e.refiled_from
     WHERE e.org_id = ${ORG} AND e.declaration_id = $2::uuid GROUP BY d.id, d.file_name ORDER BY d.id`,
    [t.orgId, declarationId],
  );
  const refiles = await query<LinkedDeclaration>(
    `SELECT d.id::text, d.file_name AS "fileName", count(*)::int AS entries
     FROM declaration_entries e JOIN declarations d ON d.org_id = e.org_id AND d.id = e.declaration_id
     WHERE e.org_id = ${ORG} AND e.refiled_from = $2::uuid AND d.state <> 'withdrawn'
     GROUP BY d.id, d.file_name ORDER BY d.id`,
    [t.orgId, declarationId],
  );
  return { parents, refiles };
}

/** Rows of a declaration that CBP dropped from an earlier one, each with the claim of that one. */
export async function refiledRowsOf(
  t: Tenant,
  declarationId: string,
): Promise<readonly { readonly claimId: string; readonly number: EntryNumber }[]> {
  return queryOf(t)<{ claimId: string; number: EntryNumber }>(
    `SELECT c.id::text AS "claimId", e.entry_number AS number FROM declaration_entries e
     JOIN claims c ON c.org_id = e.org_id AND c.declaration_id = e.refiled_from
     WHERE e.org_id = ${ORG} AND e.declaration_id = $2::uuid ORDER BY c.id, e.position`,
    [t.orgId, declarationId],
  );
}
