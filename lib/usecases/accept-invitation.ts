import "server-only";

import { randomUUID } from "node:crypto";

import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { invitationsOf, type Invitation } from "@/lib/data/invitations";
import { membersOf } from "@/lib/data/members";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import { asInvited, type Tenant } from "@/lib/data/tenant";
import { isUniqueViolation } from "@/lib/data/unique-violation";
import { createAccount, isEmailTaken, userName, type Account } from "@/lib/data/users";
import { err, ok, type Result } from "@/lib/domain";

import { hashOfSecret, readToken } from "./secret-link";

/** Ran out, revoked, replaced, accepted before, or made up: nobody can tell them apart. */
export type NotInForce = { readonly kind: "not-in-force" };

export type AcceptProblem = NotInForce | { readonly kind: "other-address" };
export type SignUpInvitedProblem = NotInForce | { readonly kind: "has-account" };

/** What the page behind the link says. */
export type InvitationInForce = Pick<Invitation, "email" | "role" | "expiresAt"> & {
  readonly organization: string;
  readonly inviter: string;
  /** Told to whoever holds the link and to nobody else. */
  readonly hasAccount: boolean;
};

type Joined = { readonly orgSlug: string };

/** What a link invites to; null where it is not in force. */
export async function readInvitation(token: string, at = now()): Promise<InvitationInForce | null> {
  const link = readToken(token);
  if (link === null) return null;
  return asInvited(link.orgId, "", async (t) => {
    const found = await invitationsOf(t).findInForce(link.id, hashOfSecret(link.secret), at);
    if (found === null) return null;
    const { email, role, expiresAt, invitedBy } = found;
    const { name } = await organizationSettingsOf(t).title();
    const inviter = await userName({ ...t, userId: invitedBy });
    const hasAccount = await isEmailTaken(t.db, email);
    return { email, role, expiresAt, organization: name, inviter, hasAccount };
  });
}

/** Somebody signed in joins: only the account of the invited address may. */
export const acceptInvitation = (
  token: string,
  { id, email }: Account,
  at = now(),
): Promise<Result<Joined, AcceptProblem>> =>
  byLink<AcceptProblem>(token, id, at, (t, invitation) =>
    invitation.email === email ? join(t, invitation) : Promise.resolve(err({ kind: "other-address" })),
  );

/** Makes the account of the invited address, and its first membership; no organization of its own. */
export async function signUpInvited(
  token: string,
  person: { readonly name: string; readonly passwordHash: string },
  at = now(),
): Promise<Result<Joined, SignUpInvitedProblem>> {
  const id = randomUUID();
  try {
    return await byLink<SignUpInvitedProblem>(token, id, at, async (t, invitation) => {
      const { email } = invitation;
      if (await isEmailTaken(t.db, email)) return err({ kind: "has-account" });
      await createAccount(t.db, { id, email, ...person });
      return join(t, invitation);
    });
  } catch (error) {
    // Signed up elsewhere at the same moment: then there is an account to sign in with.
    if (isUniqueViolation(error)) return err({ kind: "has-account" });
    throw error;
  }
}

/** Once for each link: it is looked for again when its turn has come. */
async function byLink<Problem>(
  token: string,
  userId: string,
  at: Date,
  run: (t: Tenant, invitation: Invitation) => Promise<Result<Joined, Problem>>,
): Promise<Result<Joined, Problem | NotInForce>> {
  const link = readToken(token);
  if (link === null) return err({ kind: "not-in-force" });
  return asInvited(link.orgId, userId, async (t): Promise<Result<Joined, Problem | NotInForce>> => {
    const find = () => invitationsOf(t).findInForce(link.id, hashOfSecret(link.secret), at);
    if ((await find()) === null) return err({ kind: "not-in-force" }); // whoever makes tokens up holds up nobody
    await membersOf(t).takeTurn();
    const invitation = await find();
    return invitation === null ? err({ kind: "not-in-force" }) : run(t, invitation);
  });
}

async function join(t: Tenant, { id, email, role, invitedBy }: Invitation): Promise<Result<Joined, never>> {
  await invitationsOf(t).remove(id);
  await membersOf(t).add(t.userId, role);
  await recordAudit(t, "member.joined", t.userId, { email, role, invitation: id, invitedBy });
  const { slug } = await organizationSettingsOf(t).title();
  return ok({ orgSlug: slug });
}
