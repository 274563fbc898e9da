import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { organizationsOf, proveMembership } from "@/lib/data/memberships";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { findAccountByEmail } from "@/lib/data/users";
import type { Letter } from "@/lib/mail/mailer";

import { acceptInvitation, readInvitation, signUpInvited } from "./accept-invitation";
import {
  INVITATIONS_A_DAY_MAX,
  INVITATION_MILLISECONDS,
  inviteMember,
  OPEN_INVITATIONS_MAX,
} from "./invite-member";
import { revokeInvitation } from "./revoke-invitation";
import { readToken, toToken } from "./secret-link";

const AT = new Date("2026-11-22T15:00:00Z");
const LAST = new Date(AT.getTime() + INVITATION_MILLISECONDS);
const LATER = new Date(LAST.getTime() + 1);

const anAddress = () => `${randomUUID()}@test.example`;
const CY = { name: "Cy Okonkwo", passwordHash: "the hash" };
const NOT_IN_FORCE = { ok: false, problem: { kind: "not-in-force" } };

/** @returns the token of the link */
async function invite(scope: OrgScope, email: string, role: "owner" | "preparer" | "viewer" = "preparer") {
  const made = await inviteMember(scope, { email, role }, { at: AT, mailer: null });
  if (!made.ok) throw new Error(made.problem.kind);
  return made.value.link.split("/").at(-1)!;
}

const openIn = ({ orgId }: OrgScope) =>
  asOwner<{ id: string; email: string }>("SELECT id, email FROM invitations WHERE org_id = $1", [orgId]);

const auditOf = ({ orgId }: OrgScope) =>
  asOwner<{ actor_id: string; action: string; subject: string; details: object }>(
    "SELECT actor_id, action, subject, details FROM audit_log WHERE org_id = $1 ORDER BY at, id",
    [orgId],
  );

describe("an invitation", () => {
  it("tells whoever has its link who invites, to what, and until when", async () => {
    const { scope, account } = await aMember({ organization: "Harbor Light" });
    const email = anAddress();
    const token = await invite(scope, email, "viewer");
    expect(await readInvitation(token, AT)).toEqual({
      ...{ email, role: "viewer", organization: "Harbor Light", inviter: account.name },
      ...{ expiresAt: LAST, hasAccount: false },
    });
  });

  it("keeps a hash of its secret and nothing else of it", async () => {
    const { scope } = await aMember();
    const token = await invite(scope, anAddress());
    const { secret } = readToken(token)!;
    const [row] = await asOwner("SELECT t::text AS row FROM invitations t WHERE org_id = $1", [scope.orgId]);
    expect(secret.byteLength).toBe(32);
    for (const text of [JSON.stringify(row), JSON.stringify(await auditOf(scope))]) {
      expect(text).not.toContain(secret.toString("hex"));
      expect(text).not.toContain(token);
    }
  });

  it("holds to the last instant of its seven days, and not a millisecond longer", async () => {
    const { scope } = await aMember();
    const token = await invite(scope, anAddress());
    expect(await readInvitation(token, LAST)).not.toBeNull();
    expect(await readInvitation(token, LATER)).toBeNull();
    expect(await signUpInvited(token, CY, LATER)).toEqual(NOT_IN_FORCE);
    expect(await signUpInvited(token, CY, LAST)).toMatchObject({ ok: true });
  });

  it.each(["", "a", "A".repeat(86), "../../etc/passwd", "\0"])("is not made up as %j", async (token) => {
    const { account } = await aMember();
    expect(await readInvitation(token)).toBeNull();
    expect(await acceptInvitation(token, account)).toEqual(NOT_IN_FORCE);
    expect(await signUpInvited(token, CY)).toEqual(NOT_IN_FORCE);
  });

  it("opens with its own secret in its own organization only", async () => {
    const { scope } = await aMember();
    const other = await aMember();
    const [token, others] = [await invite(scope, anAddress()), await invite(other.scope, anAddress())];
    const [link, foreign] = [readToken(token)!, readToken(others)!];
    for (const forged of [
      { ...link, secret: foreign.secret },
      { ...link, orgId: other.scope.orgId },
      { ...link, id: foreign.id },
      { ...link, orgId: other.scope.orgId, id: foreign.id },
    ])
      expect(await readInvitation(toToken(forged), AT)).toBeNull();
  });

  it("ends with a newer one for the same address, whose role counts", async () => {
    const { scope } = await aMember();
    const email = anAddress();
    const first = await invite(scope, email, "owner");
    const second = await invite(scope, email, "viewer");
    expect(await readInvitation(first, AT)).toBeNull();
    expect(await readInvitation(second, AT)).toMatchObject({ role: "viewer" });
    expect(await openIn(scope)).toHaveLength(1);
  });

  it("is revoked by an owner of its organization and by no other", async () => {
    const { scope } = await aMember();
    const other = await aMember();
    const token = await invite(scope, anAddress());
    const [{ id } = { id: "" }] = await openIn(scope);
    const notFound = { ok: false, problem: { kind: "invitation-not-found" } };
    expect(await revokeInvitation(other.scope, id)).toEqual(notFound);
    expect(await readInvitation(token, AT)).not.toBeNull();
    expect(await revokeInvitation(scope, id)).toEqual({ ok: true, value: null });
    expect(await readInvitation(token, AT)).toBeNull();
    expect(await revokeInvitation(scope, id)).toEqual(notFound);
    expect((await auditOf(scope)).at(-1)).toMatchObject({ action: "invitation.revoked", subject: id });
  });

  it("is refused for a member, and past the bounds of open ones and of one day", async () => {
    const { scope, account } = await aMember();
    const refused = async (email: string) => {
      const answer = await inviteMember(scope, { email, role: "viewer" }, { at: new Date(), mailer: null });
      return answer.ok ? null : answer.problem.kind;
    };
    expect(await refused(account.email)).toBe("already-member");
    const first = anAddress();
    for (const email of [first, ...Array.from({ length: OPEN_INVITATIONS_MAX - 1 }, anAddress)])
      expect(await refused(email)).toBeNull();
    expect(await refused(anAddress())).toBe("too-many-open");
    for (let made = OPEN_INVITATIONS_MAX; made < INVITATIONS_A_DAY_MAX; made++)
      expect(await refused(first), "the same address again replaces").toBeNull();
    expect(await refused(first)).toBe("too-many-today");
  });
});

describe("the e-mail of an invitation", () => {
  it("goes to the invited address with the link that the owner is shown", async () => {
    const { scope } = await aMember({ organization: "Harbor\r\nBcc: all@test.example <b>Light</b>" });
    const letters: Letter[] = [];
    const mailer = {
      send: (letter: Letter) => {
        letters.push(letter);
        return Promise.resolve("sent" as const);
      },
    };
    const email = anAddress();
    const made = await inviteMember(scope, { email, role: "viewer" }, { at: AT, mailer });
    const { link } = made.ok ? made.value : { link: "none" };
    expect(made).toMatchObject({ ok: true, value: { delivery: "sent" } });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: email });
    expect(letters[0]!.subject).toBe(
      "Ana Reyes invites you to Harbor Bcc: all@test.example <b>Light</b> in CapeDesk",
    );
    expect(letters[0]!.text).toContain(`Accept the invitation: ${link}\n`);
    expect(letters[0]!.text).toContain("until 2026-11-29 10:00 ET");
    expect(letters[0]!.html).toContain("&lt;b&gt;Light&lt;/b&gt;");
  });

  it("that was not taken leaves the invitation as it is, and says so", async () => {
    const { scope } = await aMember();
    const mailer = { send: () => Promise.resolve("not-sent" as const) };
    const made = await inviteMember(scope, { email: anAddress(), role: "viewer" }, { mailer });
    expect(made).toMatchObject({ ok: true, value: { delivery: "not-sent" } });
    expect(await openIn(scope)).toHaveLength(1);
  });
});

describe("accepting an invitation", () => {
  it("makes a member of whoever is signed in with the invited address, and stands in the audit log", async () => {
    const { scope, account: ana } = await aMember();
    const cy = await aMember();
    const token = await invite(scope, cy.account.email);
    const [{ id } = { id: "" }] = await openIn(scope);
    expect(await readInvitation(token, AT)).toMatchObject({ hasAccount: true });
    expect(await acceptInvitation(token, cy.account, AT)).toEqual({
      ok: true,
      value: { orgSlug: scope.orgSlug },
    });
    expect(await proveMembership(cy.account, scope.orgSlug)).toMatchObject({ role: "preparer" });
    expect(await auditOf(scope)).toMatchObject([
      { actor_id: ana.id, action: "member.invited", subject: id, details: { email: cy.account.email } },
      {
        ...{ actor_id: cy.account.id, action: "member.joined", subject: cy.account.id },
        details: { email: cy.account.email, role: "preparer", invitation: id, invitedBy: ana.id },
      },
    ]);
    expect(await readInvitation(token, AT), "it served once").toBeNull();
    expect(await acceptInvitation(token, cy.account, AT)).toEqual(NOT_IN_FORCE);
  });

  it("is refused to any other account, which learns nothing by it", async () => {
    const { scope } = await aMember();
    const mallory = await aMember();
    const token = await invite(scope, anAddress());
    const refused = { ok: false, problem: { kind: "other-address" } };
    expect(await acceptInvitation(token, mallory.account, AT)).toEqual(refused);
    expect(await proveMembership(mallory.account, scope.orgSlug)).toBeNull();
    expect(await readInvitation(token, AT), "it still waits for the right one").not.toBeNull();
  });

  it("makes an account of the invited address, with no organization of its own", async () => {
    const { scope } = await aMember({ organization: "Harbor Light" });
    const email = anAddress();
    const token = await invite(scope, email, "viewer");
    expect(await signUpInvited(token, CY, AT)).toEqual({ ok: true, value: { orgSlug: scope.orgSlug } });
    const account = await findAccountByEmail(email);
    expect(account).toMatchObject({ ...CY, email });
    expect(await organizationsOf(account!.id)).toEqual([
      { slug: scope.orgSlug, name: "Harbor Light", role: "viewer" },
    ]);
  });

  it("leaves an account that the address has exactly as it is, and the invitation open", async () => {
    const { scope } = await aMember();
    const cy = await aMember();
    const token = await invite(scope, cy.account.email);
    const before = await findAccountByEmail(cy.account.email);
    const refused = { ok: false, problem: { kind: "has-account" } };
    expect(await signUpInvited(token, { name: "Mallory", passwordHash: "hers" }, AT)).toEqual(refused);
    expect(await findAccountByEmail(cy.account.email)).toEqual(before);
    expect(await readInvitation(token, AT)).not.toBeNull();
  });

  it("happens once when the link is used twice at the same moment", async () => {
    const { scope } = await aMember();
    const email = anAddress();
    const token = await invite(scope, email);
    const made = await Promise.all([signUpInvited(token, CY, AT), signUpInvited(token, CY, AT)]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);

    const cy = await aMember();
    const again = await invite(scope, cy.account.email);
    const joined = await Promise.all([1, 2].map(() => acceptInvitation(again, cy.account, AT)));
    expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
    expect(joined.filter(({ ok }) => !ok)).toEqual([NOT_IN_FORCE]);
  });

  it("is either too late or first when the invitation is revoked at the same moment", async () => {
    const { scope } = await aMember();
    const cy = await aMember();
    const token = await invite(scope, cy.account.email);
    const [{ id } = { id: "" }] = await openIn(scope);
    const [accepted, revoked] = await Promise.all([
      acceptInvitation(token, cy.account, AT),
      revokeInvitation(scope, id),
    ]);
    expect(accepted.ok).not.toBe(revoked.ok);
    expect((await proveMembership(cy.account, scope.orgSlug)) !== null).toBe(accepted.ok);
  });
});
