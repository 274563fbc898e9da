import type { Metadata } from "next";

import { InvitationsTable } from "@/components/members/invitations-table";
import { InviteForm } from "@/components/members/invite-form";
import { MembersTable } from "@/components/members/members-table";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Checkbox } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { now } from "@/lib/clock";
import { invitationsOf } from "@/lib/data/invitations";
import { membersOf } from "@/lib/data/members";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { ROLE_OPTIONS, ROLE_WORDS } from "@/lib/wording/members";

import {
  inviteMemberAction,
  leaveOrganizationAction,
  removeMemberAction,
  revokeInvitationAction,
  setMemberRoleAction,
} from "./actions";
import { toInvitationRow, toMemberRow } from "./member-rows";

export const metadata: Metadata = { title: "Members" };

type MembersPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function MembersPage({ params }: MembersPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/settings/members`);
  const { members, invitations, names } = await inOrganization(scope, async (t) => ({
    members: await membersOf(t).list(),
    invitations: await invitationsOf(t).list(),
    names: await memberNames(t),
  }));
  const mayWrite = roleMay(scope.role, "members:write");
  const changes = mayWrite
    ? { org, roles: ROLE_OPTIONS, setRole: setMemberRoleAction, remove: removeMemberAction }
    : null;
  const owners = members.filter(({ role }) => role === "owner").length;

  return (
    <>
      <PageHeader
        title="Members"
        note={scope.orgName}
        crumbs={[{ href: `/${org}/settings`, label: "Settings" }]}
      />
      <Panel title="Who belongs to this organization" note={<RolesNote />} flush>
        <MembersTable rows={members.map((each) => toMemberRow(each, scope))} changes={changes} />
      </Panel>
      {mayWrite ? (
        <Panel
          title="Invite somebody"
          note="A second person can sign off what the first one prepared. Inviting an address again replaces its earlier invitation."
        >
          <InviteForm action={inviteMemberAction} org={org} roles={ROLE_OPTIONS} defaultRole="preparer" />
        </Panel>
      ) : null}
      <Panel title="Open invitations" flush>
        {invitations.length === 0 ? (
          <EmptyState title="No invitation is open">
            {mayWrite ? "Invite somebody above." : "Owners invite."}
          </EmptyState>
        ) : (
          <InvitationsTable
            rows={invitations.map((each) => toInvitationRow(each, names, now()))}
            changes={mayWrite ? { org, revoke: revokeInvitationAction } : null}
          />
        )}
      </Panel>
      <LeavePanel org={org} name={scope.orgName} isLastOwner={scope.role === "owner" && owners === 1} />
    </>
  );
}

function RolesNote() {
  return Object.values(ROLE_WORDS).map(({ name, does }) => (
    <span key={name} className="block">
      {does}
    </span>
  ));
}

type LeavePanelProps = { readonly org: string; readonly name: string; readonly isLastOwner: boolean };

function LeavePanel({ org, name, isLastOwner }: LeavePanelProps) {
  return (
    <Panel title="Leave this organization">
      {isLastOwner ? (
        <p>You are its last owner. Make somebody else an owner first.</p>
      ) : (
        <ActionForm
          action={leaveOrganizationAction}
          hidden={{ org }}
          submit="Leave"
          variant="danger"
          size="sm"
        >
          <Checkbox
            id="leave"
            required
            label={`I shall see nothing of ${name} any more, from now on.`}
            hint="Your name stays beside what you did. An owner can invite you again."
          />
        </ActionForm>
      )}
    </Panel>
  );
}
