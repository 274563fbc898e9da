import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { organizationsOf, proveMembership } from "@/lib/data/memberships";
import { inOrganization } from "@/lib/data/tenant";
import { findAccountByEmail } from "@/lib/data/users";

import { signUp, type Registration } from "./sign-up";

const registration = (change: Partial<Registration> = {}): Registration => ({
  email: `${randomUUID()}@test.example`,
  name: "Ana Reyes",
  passwordHash: "the hash",
  organization: `Harbor ${randomUUID()}`,
  ...change,
});

async function accountOf(email: string) {
  const account = await findAccountByEmail(email);
  if (account === null) throw new Error("no account");
  return account;
}

describe("signing up", () => {
  it("makes an account, an organization that is his, and the record of it", async () => {
    const wanted = registration();
    const done = await signUp(wanted);
    const slug = wanted.organization.toLowerCase().replace(" ", "-").slice(0, 40).replace(/-$/, "");
    expect(done).toEqual({ ok: true, value: { orgSlug: slug } });
    const account = await accountOf(wanted.email);
    expect(account).toMatchObject({ name: "Ana Reyes", passwordHash: "the hash" });
    const scope = await proveMembership(account, slug);
    expect(scope).toMatchObject({ orgName: wanted.organization, role: "owner" });
    const records = await inOrganization(scope!, ({ db }) => db.auditRecord.findMany());
    expect(records).toMatchObject([
      { actorId: account.id, action: "organization.created", subject: scope!.orgId, details: { slug } },
    ]);
  });

  it("leaves an account that has the address exactly as it is", async () => {
    const first = registration();
    await signUp(first);
    const before = await accountOf(first.email);
    const second = registration({ email: first.email, name: "Mallory", passwordHash: "another hash" });
    expect(await signUp(second)).toEqual({ ok: false, problem: { kind: "email-taken" } });
    expect(await accountOf(first.email)).toEqual(before);
    expect(await organizationsOf(before.id)).toHaveLength(1);
  });

  it("happens once when it is sent twice at the same moment", async () => {
    const twice = registration();
    const answers = await Promise.all([signUp(twice), signUp(twice)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await organizationsOf((await accountOf(twice.email)).id)).toHaveLength(1);
  });

  it("gives the next of the same name another address", async () => {
    const organization = `Acme ${randomUUID().slice(0, 8)}`;
    const slugs: string[] = [];
    for (let times = 0; times < 5; times++) {
      const done = await signUp(registration({ organization }));
      if (done.ok) slugs.push(done.value.orgSlug);
    }
    const slug = organization.toLowerCase().replace(" ", "-");
    expect(slugs.slice(0, 3)).toEqual([slug, `${slug}-2`, `${slug}-3`]);
    expect(new Set(slugs).size).toBe(5);
  });

  it("never gives an address that is the app's own", async () => {
    const done = await signUp(registration({ organization: "Sign-In" }));
    expect(done.ok && done.value.orgSlug).toMatch(/^sign-in-./);
  });
});
