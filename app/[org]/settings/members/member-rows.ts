import type { InvitationRow } from "@/components/members/invitations-table";
import type { MemberRow } from "@/components/members/members-table";
import type { Invitation } from "@/lib/data/invitations";
import type { Member } from "@/lib/data/members";
import { formatInstant } from "@/lib/wording/day";
import { ROLE_WORDS } from "@/lib/wording/members";

export const toMemberRow = (
  { userId, name, email, role, since }: Member,
  { userId: self }: { readonly userId: string },
): MemberRow => ({
  ...{ id: userId, name, email, role },
  roleName: ROLE_WORDS[role].name,
  since: formatInstant(since.toISOString()),
  isOneself: userId === self,
});

export const toInvitationRow = (
  { id, email, role, invitedBy, expiresAt }: Invitation,
  names: ReadonlyMap<string, string>,
  at: Date,
): InvitationRow => ({
  ...{ id, email },
  roleName: ROLE_WORDS[role].name,
  inviter: names.get(invitedBy) ?? "a former member",
  until: formatInstant(expiresAt.toISOString()),
  ranOut: expiresAt < at,
});
