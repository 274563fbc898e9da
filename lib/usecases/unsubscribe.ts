import "server-only";

import { createHmac, timingSafeEqual } from "node:crypto";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { digestSettingOf } from "@/lib/data/digests";
import { jobScope } from "@/lib/data/memberships";
import { inOrganization } from "@/lib/data/tenant";

import { readToken, toToken } from "./secret-link";

type Member = Pick<OrgScope, "orgId" | "userId">;

const signatureOf = ({ orgId, userId }: Member, linkKey: string): Buffer =>
  createHmac("sha256", Buffer.from(linkKey, "hex")).update(`unsubscribe ${orgId} ${userId}`).digest();

/** Signed with the member's own key: a new key ends it. */
export const unsubscribeToken = (member: Member, linkKey: string): string =>
  toToken({ orgId: member.orgId, id: member.userId, secret: signatureOf(member, linkKey) });

/** Whose digest a link of an e-mail stops; null where the link is not in force. */
export async function memberOfLink(token: string): Promise<OrgScope | null> {
  const found = readToken(token);
  const scope = found && (await jobScope(found.orgId, found.id));
  if (!found || !scope) return null;
  const linkKey = await inOrganization(scope, (t) => digestSettingOf(t).linkKey());
  return linkKey !== null && timingSafeEqual(found.secret, signatureOf(scope, linkKey)) ? scope : null;
}

/** @returns false where the link is not in force */
export async function unsubscribe(token: string): Promise<boolean> {
  const scope = await memberOfLink(token);
  if (scope === null) return false;
  await inOrganization(scope, async (t) => {
    await digestSettingOf(t).stop();
    await recordAudit(t, "digest.unsubscribed", scope.userId);
  });
  return true;
}
