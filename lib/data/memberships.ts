import "server-only";

import type { OrgScope, Role } from "@/lib/auth/scope";

import type { Prisma } from "./generated/prisma/client";
import { asUser, inOrganization, type Tenant, type TenantScope } from "./tenant";
import type { Account } from "./users";

export type OrganizationOfUser = { readonly slug: string; readonly name: string; readonly role: Role };

/** What a slug can be: anything else is not looked for. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_CHARACTERS_MAX = 48;

const isOrganizationSlug = (text: string): boolean => text.length <= SLUG_CHARACTERS_MAX && SLUG.test(text);

/**
 * The only maker of an OrgScope: looks for the membership of this very person in the organization of that name.
 * @param orgSlug - a claim, from an address or a form
 * @returns null for an organization that does not exist and for one of others alike
 */
export async function proveMembership(user: Account, orgSlug: string): Promise<OrgScope | null> {
  if (!isOrganizationSlug(orgSlug)) return null;
  const membership = await asUser(user.id, (db) =>
    db.membership.findFirst({
      where: { userId: user.id, organization: { slug: orgSlug } },
      select: { role: true, organization: true },
    }),
  );
  if (membership === null) return null;
  const { role, organization } = membership;
  const scope = {
    orgId: organization.id,
    orgSlug: organization.slug,
    orgName: organization.name,
    userId: user.id,
    userEmail: user.email,
    role,
  };
  return scope as OrgScope; // the only cast to OrgScope outside tests
}

/** The organizations somebody may enter, by name. */
export async function organizationsOf(userId: string): Promise<OrganizationOfUser[]> {
  const memberships = await asUser(userId, (db) =>
    db.membership.findMany({
      where: { userId },
      select: { role: true, organization: { select: { slug: true, name: true } } },
      orderBy: [{ organization: { name: "asc" } }, { orgId: "asc" }],
    }),
  );
  return memberships.map(({ role, organization }) => ({ ...organization, role }));
}

/** Adds an organization and its first owner, in the transaction that adds the owner's account. */
export async function createOrganization(
  { orgId, userId, db }: Tenant,
  organization: Pick<Prisma.OrganizationUncheckedCreateInput, "slug" | "name">,
): Promise<void> {
  await db.organization.create({ data: { id: orgId, ...organization } });
  await db.membership.create({ data: { orgId, userId, role: "owner" } });
}

/** For jobs and secret addresses, which carry ids only: proves that this person belongs to the organization now. */
export async function jobScope(orgId: string, userId: string): Promise<OrgScope | null> {
  const found = await asUser(userId, (db) =>
    db.membership.findUnique({
      where: { orgId_userId: { orgId, userId } },
      select: { user: true, organization: { select: { slug: true } } },
    }),
  );
  return found && proveMembership(found.user, found.organization.slug);
}

/**
 * For work that is the organization's own and waits in its queue, whoever caused it: reading a file, screening every
 * day. Where he has left, the owner who has been there longest stands in for him.
 */
export async function workScope(orgId: string, userId: string): Promise<OrgScope | null> {
  return (await jobScope(orgId, userId)) ?? (await longestOwnerScope({ orgId, userId }));
}

async function longestOwnerScope(scope: TenantScope): Promise<OrgScope | null> {
  const found = await inOrganization(scope, ({ db, orgId }) =>
    db.membership.findFirst({
      where: { orgId, role: "owner" },
      select: { user: true, organization: { select: { slug: true } } },
      orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    }),
  );
  return found && proveMembership(found.user, found.organization.slug);
}
