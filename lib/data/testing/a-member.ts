import { randomUUID } from "node:crypto";

import type { OrgScope, Role } from "@/lib/auth/scope";

import { createOrganization, proveMembership } from "../memberships";
import { asNewOrganization, inOrganization } from "../tenant";
import { createAccount, type Account } from "../users";

export type Member = { readonly account: Account; readonly scope: OrgScope };

type Wanted = {
  readonly role?: Role;
  /** Joins the organization of this member instead of a new one. */
  readonly beside?: Member;
  readonly passwordHash?: string;
  readonly organization?: string;
  /** Whether files that only add entries go into its books without a question. */
  readonly addsFilesUnasked?: boolean;
};

/** For tests on a real database: somebody with an account and a proven place in an organization, both new. */
export async function aMember({
  role = "owner",
  beside,
  passwordHash = "no hash",
  organization = "Harbor Light",
  addsFilesUnasked = true,
}: Wanted = {}): Promise<Member> {
  const userId = randomUUID();
  const orgId = beside?.scope.orgId ?? randomUUID();
  const slug = beside?.scope.orgSlug ?? `org-${orgId}`;
  const account = { id: userId, email: `${userId}@test.example`, name: "Ana Reyes" };
  await asNewOrganization(orgId, userId, async (db) => {
    await createAccount(db, { ...account, passwordHash });
    if (beside === undefined) {
      await createOrganization({ orgId, userId, db }, { slug, name: organization });
      await db.organization.update({ where: { id: orgId }, data: { addsFilesUnasked } });
    } else await db.membership.create({ data: { orgId, userId, role } });
  });
  if (beside === undefined && role !== "owner") await changeRole({ orgId, userId }, role);
  const scope = await proveMembership(account, slug);
  if (scope === null) throw new Error("The new member could not be proven.");
  return { account, scope };
}

async function changeRole(member: { orgId: string; userId: string }, role: Role): Promise<void> {
  await inOrganization(member, ({ db }) =>
    db.membership.update({ where: { orgId_userId: member }, data: { role } }),
  );
}
