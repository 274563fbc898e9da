import { describe, expect, it } from "vitest";

import type { OrgScope, Role } from "@/lib/auth/scope";
import { membersOf } from "@/lib/data/members";
import { proveMembership, workScope } from "@/lib/data/memberships";
import { inOrganization } from "@/lib/data/tenant";
import { aMember, type Member } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { memberNames } from "@/lib/data/users";

import { makeCalendarAddress } from "./calendar-address";
import { inviteMember } from "./invite-member";
import { readCalendar } from "./read-calendar";
import { leaveOrganization, removeMember } from "./remove-member";
import { queueTomorrowsScreening } from "./screen-organization";
import { setDigestRhythm } from "./set-digest-rhythm";
import { setMemberRole } from "./set-member-role";

const rolesIn = async ({ orgId, userId }: OrgScope): Promise<Readonly<Record<string, Role>>> => {
  const members = await inOrganization({ orgId, userId }, (t) => membersOf(t).list());
  return Object.fromEntries(members.map((each) => [each.userId, each.role]));
};

const auditOf = (scope: OrgScope) =>
  asOwner<{ actor_id: string; action: string; subject: string; details: object }>(
    `SELECT actor_id, action, subject, details FROM audit_log
     WHERE org_id = $1 AND action ~ '^(member|invitation)[.]' ORDER BY at, id`,
    [scope.orgId],
  );

const seen = ({ account, scope }: Member) => proveMembership(account, scope.orgSlug);

describe("a role", () => {
  it("is changed by an owner, holds with the next request, and stands in the audit log", async () => {
    const ana = await aMember();
    const cy = await aMember({ beside: ana, role: "preparer" });
    expect(await setMemberRole(ana.scope, cy.account.id, "viewer")).toEqual({ ok: true, value: null });
    expect(await seen(cy)).toMatchObject({ role: "viewer" });
    expect(await auditOf(ana.scope)).toEqual([
      {
        actor_id: ana.account.id,
        action: "member.role-changed",
        subject: cy.account.id,
        details: { from: "preparer", to: "viewer" },
      },
    ]);
  });

  it("that stays the same is no change", async () => {
    const ana = await aMember();
    expect(await setMemberRole(ana.scope, ana.account.id, "owner")).toEqual({ ok: true, value: null });
    expect(await auditOf(ana.scope)).toEqual([]);
  });

  it("is changed by nobody who was an owner when he asked and is none any more", async () => {
    const ana = await aMember();
    const bo = await aMember({ beside: ana, role: "owner" });
    await setMemberRole(ana.scope, bo.account.id, "preparer");
    const refused = { ok: false, problem: { kind: "no-owner-any-more" } };
    expect(await setMemberRole(bo.scope, ana.account.id, "viewer")).toEqual(refused);
    expect(await removeMember(bo.scope, ana.account.id)).toEqual(refused);
    expect(await inviteMember(bo.scope, { email: "x@test.example", role: "owner" })).toEqual(refused);
    expect(await rolesIn(ana.scope)).toEqual({ [ana.account.id]: "owner", [bo.account.id]: "preparer" });
  });

  it("of somebody in another organization is not found, nor is the person removed", async () => {
    const ana = await aMember();
    const stranger = await aMember();
    const refused = { ok: false, problem: { kind: "member-not-found" } };
    expect(await setMemberRole(ana.scope, stranger.account.id, "viewer")).toEqual(refused);
    expect(await removeMember(ana.scope, stranger.account.id)).toEqual(refused);
    expect(await rolesIn(stranger.scope)).toEqual({ [stranger.account.id]: "owner" });
  });
});

describe("the last owner", () => {
  const refused = { ok: false, problem: { kind: "last-owner" } };

  it("keeps the role, stays, and cannot leave, whoever else belongs", async () => {
    const ana = await aMember();
    await aMember({ beside: ana, role: "preparer" });
    expect(await setMemberRole(ana.scope, ana.account.id, "preparer")).toEqual(refused);
    expect(await removeMember(ana.scope, ana.account.id)).toEqual(refused);
    expect(await leaveOrganization(ana.scope)).toEqual(refused);
    expect(await seen(ana)).toMatchObject({ role: "owner" });
    expect(await auditOf(ana.scope)).toEqual([]);
  });

  it("may do all three as soon as there is a second one", async () => {
    const steps = [
      (ana: Member) => setMemberRole(ana.scope, ana.account.id, "preparer"),
      (ana: Member) => removeMember(ana.scope, ana.account.id),
      (ana: Member) => leaveOrganization(ana.scope),
    ];
    for (const step of steps) {
      const ana = await aMember();
      await aMember({ beside: ana, role: "owner" });
      expect(await step(ana)).toEqual({ ok: true, value: null });
    }
  });

  it.each([
    [
      "take the role from each other",
      (a: Member, b: Member) => setMemberRole(a.scope, b.account.id, "viewer"),
    ],
    ["remove each other", (a: Member, b: Member) => removeMember(a.scope, b.account.id)],
    ["give up the role", (a: Member) => setMemberRole(a.scope, a.account.id, "viewer")],
    ["leave", (a: Member) => leaveOrganization(a.scope)],
  ])("is one of two who %s at the same moment", async (_, step) => {
    const ana = await aMember();
    const bo = await aMember({ beside: ana, role: "owner" });
    const answers = await Promise.all([step(ana, bo), step(bo, ana)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(Object.values(await rolesIn(ana.scope)).filter((role) => role === "owner")).toHaveLength(1);
  });
});

describe("somebody who is removed, or leaves", () => {
  it.each([
    ["member.removed", (ana: Member, cy: Member) => removeMember(ana.scope, cy.account.id)],
    ["member.left", (_: Member, cy: Member) => leaveOrganization(cy.scope)],
  ])("reaches nothing any more, and keeps his name in the history: %s", async (action, end) => {
    const ana = await aMember();
    const cy = await aMember({ beside: ana, role: "preparer" });
    const made = await makeCalendarAddress(cy.scope);
    const token = /calendar\/(.+)\.ics$/.exec(made.ok ? made.value : "")![1]!;
    await setDigestRhythm(cy.scope, "daily");
    expect(await readCalendar(token)).not.toBeNull();

    expect(await end(ana, cy)).toEqual({ ok: true, value: null });
    expect(await seen(cy)).toBeNull();
    expect(await readCalendar(token)).toBeNull();
    for (const table of ["calendar_feeds", "digest_settings", "digests", "memberships"])
      expect(await asOwner(`SELECT 1 FROM ${table} WHERE user_id = $1`, [cy.account.id]), table).toEqual([]);
    const names = await inOrganization(ana.scope, memberNames);
    expect(names.get(cy.account.id)).toBe("Ana Reyes");
    expect((await auditOf(ana.scope)).at(-1)).toMatchObject({
      actor_id: action === "member.left" ? cy.account.id : ana.account.id,
      action,
      subject: cy.account.id,
      details: { name: "Ana Reyes", email: cy.account.email, role: "preparer" },
    });
  });

  it("is named in his own organization alone", async () => {
    const ana = await aMember();
    const cy = await aMember({ beside: ana, role: "preparer" });
    const stranger = await aMember();
    await removeMember(ana.scope, cy.account.id);
    expect((await inOrganization(stranger.scope, memberNames)).has(cy.account.id)).toBe(false);
  });

  it("takes along the open invitations that he made, as does giving up the role", async () => {
    for (const end of [
      (ana: Member, bo: Member) => removeMember(ana.scope, bo.account.id),
      (ana: Member, bo: Member) => setMemberRole(ana.scope, bo.account.id, "preparer"),
      (_: Member, bo: Member) => leaveOrganization(bo.scope),
    ]) {
      const ana = await aMember();
      const bo = await aMember({ beside: ana, role: "owner" });
      await inviteMember(bo.scope, { email: "back-door@test.example", role: "owner" });
      await inviteMember(ana.scope, { email: "front-door@test.example", role: "viewer" });
      await end(ana, bo);
      const open = await asOwner("SELECT email FROM invitations WHERE org_id = $1", [ana.scope.orgId]);
      expect(open).toEqual([{ email: "front-door@test.example" }]);
      expect((await auditOf(ana.scope)).map(({ action }) => action)).toContain("invitation.revoked");
    }
  });

  it("does not end the screening of every day: the longest owner stands in for him", async () => {
    const ana = await aMember();
    const bo = await aMember({ beside: ana, role: "owner" });
    await inOrganization(bo.scope, queueTomorrowsScreening);
    const [job] = await asOwner<{ data: { orgId: string; userId: string } }>(
      "SELECT data FROM pgboss.job WHERE name = 'screen-organization' AND singleton_key = $1",
      [ana.scope.orgId],
    );
    const { orgId, userId } = job!.data;
    expect(await workScope(orgId, userId)).toMatchObject({ userId: bo.account.id });
    await removeMember(ana.scope, bo.account.id);
    expect(await workScope(orgId, userId)).toMatchObject({ userId: ana.account.id, role: "owner" });
  });
});
