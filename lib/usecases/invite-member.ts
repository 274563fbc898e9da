import "server-only";

import { randomUUID } from "node:crypto";

import type { OrgScope, Role } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { invitationsOf } from "@/lib/data/invitations";
import { membersOf } from "@/lib/data/members";
import type { Tenant } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import { err, ok, type Result } from "@/lib/domain";
import { env } from "@/lib/env";
import { mailerOf, type Delivery, type Mailer } from "@/lib/mail/mailer";
import {
  invitationHtml,
  invitationSubject,
  invitationText,
  type InvitationFacts,
} from "@/lib/wording/members";

import { asOwnerInTurn, type NoOwnerAnyMore } from "./members-in-turn";
import { hashOfSecret, newSecret, toToken } from "./secret-link";

const DAY_MILLISECONDS = 24 * 3_600_000;
/** From the first day to the seventh, to the millisecond. */
export const INVITATION_MILLISECONDS = 7 * DAY_MILLISECONDS;
/** Also those that ran out, until they are cleared. */
export const OPEN_INVITATIONS_MAX = 50;
/** Inviting one address again and again would fill a stranger's mailbox in our name. */
export const INVITATIONS_A_DAY_MAX = 100;

export type InviteProblem =
  | NoOwnerAnyMore
  | {
      readonly kind: "already-member" | "too-many-open" | "too-many-today";
    };

export type NewInvitation = {
  /** Shown this once: only a hash of its secret is kept. */
  readonly link: string;
  /** What became of the e-mail; null where this installation sends none. */
  readonly delivery: Delivery | null;
};

/** What differs in a test. */
type Surroundings = { readonly at?: Date; readonly mailer?: Mailer | null };

/**
 * Invites an address: a link for the owner to hand over, mailed too where mail is set up. An earlier invitation of the
 * same address ends with it.
 * @param email - normalised
 */
export async function inviteMember(
  scope: OrgScope,
  { email, role }: { readonly email: string; readonly role: Role },
  { at = now(), mailer = mailerOf(env) }: Surroundings = {},
): Promise<Result<NewInvitation, InviteProblem>> {
  const id = randomUUID();
  const secret = newSecret();
  const stored = await asOwnerInTurn(scope, async (t): Promise<Result<InvitationFacts, InviteProblem>> => {
    const problem = await refusal(t, email, at);
    if (problem !== null) return err(problem);
    const expiresAt = new Date(at.getTime() + INVITATION_MILLISECONDS);
    const row = { id, email, role, invitedBy: t.userId, invitedAt: at, expiresAt };
    await invitationsOf(t).put({ ...row, secretHash: hashOfSecret(secret) });
    await recordAudit(t, "member.invited", id, { email, role });
    return ok({ organization: scope.orgName, inviter: await userName(t), role, expiresAt });
  });
  if (!stored.ok) return stored;
  const link = `${env.APP_URL}/invitations/${toToken({ orgId: scope.orgId, id, secret })}`;
  const delivery = mailer && (await mailer.send(letterTo(email, stored.value, link, `${scope.orgId}.${id}`)));
  return ok({ link, delivery });
}

async function refusal(t: Tenant, email: string, at: Date): Promise<InviteProblem | null> {
  if (await membersOf(t).hasAddress(email)) return { kind: "already-member" };
  if ((await invitationsOf(t).countOthers(email)) >= OPEN_INVITATIONS_MAX) return { kind: "too-many-open" };
  const today = await invitationsOf(t).countMadeSince(new Date(at.getTime() - DAY_MILLISECONDS));
  return today >= INVITATIONS_A_DAY_MAX ? { kind: "too-many-today" } : null;
}

const letterTo = (to: string, facts: InvitationFacts, link: string, name: string) => ({
  to,
  subject: invitationSubject(facts),
  text: invitationText(facts, link),
  html: invitationHtml(facts, link),
  messageId: `invitation.${name}@capedesk`,
});
