import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { prisma } from "./database";
import { organizationsOf, proveMembership } from "./memberships";
import { asUser } from "./tenant";
import { aMember } from "./testing/a-member";

describe("a membership", () => {
  it("is proven for the organization of the person", async () => {
    const { account, scope } = await aMember();
    expect(await proveMembership(account, scope.orgSlug)).toEqual({
      orgId: scope.orgId,
      orgSlug: scope.orgSlug,
      orgName: "Harbor Light",
      userId: account.id,
      userEmail: account.email,
      role: "owner",
    });
  });

  it("gives the role of this very person", async () => {
    const owner = await aMember();
    const viewer = await aMember({ role: "viewer", beside: owner });
    expect(viewer.scope).toMatchObject({ orgId: owner.scope.orgId, role: "viewer" });
    expect(await proveMembership(owner.account, owner.scope.orgSlug)).toMatchObject({ role: "owner" });
  });

  it("cannot be told from nothing where it is somebody else's", async () => {
    const { account } = await aMember();
    const other = await aMember();
    expect(await proveMembership(account, other.scope.orgSlug)).toBeNull();
    expect(await proveMembership(account, `org-${randomUUID()}`)).toBeNull();
  });

  it.each(["", "..", "ACME", "a--b", "acme/../other", "acme'--", "acme\0", "a".repeat(49)])(
    "is not looked for under %j",
    async (slug) => {
      const { account } = await aMember();
      expect(await proveMembership(account, slug)).toBeNull();
    },
  );

  it("shows in the list of one's own organizations and in no other", async () => {
    const { account, scope } = await aMember({ organization: "Second" });
    const other = await aMember({ organization: "First" });
    expect(await organizationsOf(account.id)).toEqual([
      { slug: scope.orgSlug, name: "Second", role: "owner" },
    ]);
    expect(await organizationsOf(other.account.id)).toHaveLength(1);
    expect(await organizationsOf(randomUUID())).toEqual([]);
  });

  it("is hidden by the database itself, whatever a query asks for", async () => {
    const { account } = await aMember();
    const other = await aMember();
    const seen = await asUser(account.id, (db) => db.membership.findMany());
    expect(seen.map(({ userId }) => userId)).toEqual([account.id]);
    const organizations = await asUser(account.id, (db) => db.organization.findMany());
    expect(organizations.map(({ id }) => id)).not.toContain(other.scope.orgId);
    expect(await prisma.organization.findMany()).toEqual([]);
  });

  it("cannot be made in an organization of others", async () => {
    const { account } = await aMember();
    const other = await aMember();
    const intrusion = asUser(account.id, (db) =>
      db.membership.create({ data: { orgId: other.scope.orgId, userId: account.id, role: "owner" } }),
    );
    await expect(intrusion).rejects.toThrow(/row-level security/);
  });
});
