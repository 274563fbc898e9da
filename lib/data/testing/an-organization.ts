import { randomUUID } from "node:crypto";

import { asNewOrganization, type TenantScope } from "../tenant";

/** A person who owns a fresh organization, as signing up makes them; for tests on a real Postgres. */
export async function anOrganization(name = "Test Goods"): Promise<TenantScope> {
  const orgId = randomUUID();
  const userId = randomUUID();
  await asNewOrganization(orgId, userId, async (db) => {
    await db.user.create({
      data: { id: userId, email: `${userId}@example.com`, name, passwordHash: "none" },
    });
    await db.organization.create({ data: { id: orgId, slug: `org-${orgId}`, name } });
    await db.membership.create({ data: { orgId, userId, role: "owner" } });
  });
  return { orgId, userId };
}
