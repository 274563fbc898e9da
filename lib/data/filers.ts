import "server-only";

import type { FilerCode } from "@/lib/domain";

import { queryOf, type Tenant } from "./tenant";

/**
 * The filer codes that stand in the books, by code. Goes from each code to the next one in the index of entry numbers,
 * so that an organization with a million entries of three filers reads three of them.
 */
export async function filersOf(t: Tenant): Promise<readonly FilerCode[]> {
  const rows = await queryOf(t)<{ code: FilerCode }>(
    // Eight digits follow a code, so a letter after it stands behind all of its entries.
    `WITH RECURSIVE filer AS (
       (SELECT left(number, 3) AS code FROM entries WHERE org_id = $1::uuid ORDER BY number LIMIT 1)
       UNION ALL
       SELECT (SELECT left(e.number, 3) FROM entries e
               WHERE e.org_id = $1::uuid AND e.number > f.code || 'Z' ORDER BY e.number LIMIT 1)
       FROM filer f WHERE f.code IS NOT NULL
     ) SELECT code FROM filer WHERE code IS NOT NULL`,
    [t.orgId],
  );
  return rows.map(({ code }) => code);
}
