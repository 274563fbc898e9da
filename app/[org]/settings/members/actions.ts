"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { emailField } from "@/lib/auth/registration";
import { ROLES } from "@/lib/auth/scope";
import { inviteMember } from "@/lib/usecases/invite-member";
import { leaveOrganization, removeMember } from "@/lib/usecases/remove-member";
import { revokeInvitation } from "@/lib/usecases/revoke-invitation";
import { setMemberRole } from "@/lib/usecases/set-member-role";
import { deliverySentence, INVITE_PROBLEM_WORDS, MEMBER_PROBLEM_WORDS } from "@/lib/wording/members";

const roleField = z.enum(ROLES, "Choose one of the roles.");

export const inviteMemberAction = memberAction({
  input: z.object({ org: z.string(), email: emailField, role: roleField }),
  needs: "members:write",
  run: (scope, { email, role }) => inviteMember(scope, { email, role }),
  refuse: ({ kind }) => INVITE_PROBLEM_WORDS[kind],
  done: ({ link, delivery }, _scope, { email }) => ({
    sentence: deliverySentence(email, delivery),
    shownOnce: link,
  }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings/members`,
});

export const revokeInvitationAction = memberAction({
  input: z.object({ org: z.string(), invitation: z.uuid() }),
  needs: "members:write",
  run: (scope, { invitation }) => revokeInvitation(scope, invitation),
  refuse: ({ kind }) => MEMBER_PROBLEM_WORDS[kind],
  done: () => ({ sentence: "Revoked. Its link opens nothing any more." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings/members`,
});

export const setMemberRoleAction = memberAction({
  input: z.object({ org: z.string(), member: z.uuid(), role: roleField }),
  needs: "members:write",
  run: (scope, { member, role }) => setMemberRole(scope, member, role),
  refuse: ({ kind }) => MEMBER_PROBLEM_WORDS[kind],
  done: () => ({ sentence: "Stored. The role holds from the next request on." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const removeMemberAction = memberAction({
  input: z.object({ org: z.string(), member: z.uuid() }),
  needs: "members:write",
  run: (scope, { member }) => removeMember(scope, member),
  refuse: ({ kind }) => MEMBER_PROBLEM_WORDS[kind],
  done: () => ({ sentence: "Removed. This person sees nothing of the organization any more." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/settings/members`,
});

export const leaveOrganizationAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "entries:read",
  run: (scope) => leaveOrganization(scope),
  refuse: ({ kind }) => MEMBER_PROBLEM_WORDS[kind],
  done: () => ({ redirectTo: "/" }),
});
