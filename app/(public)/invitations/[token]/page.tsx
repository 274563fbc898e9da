import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { InvitedSignUpForm } from "@/components/account/invited-sign-up-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { visitorOf } from "@/lib/auth/address";
import { PASSWORD_CHARACTERS_MIN } from "@/lib/auth/password-policy";
import { takeRequest } from "@/lib/auth/request-limit";
import { currentSession } from "@/lib/auth/session";
import { readInvitation, type InvitationInForce } from "@/lib/usecases/accept-invitation";
import { formatInstant } from "@/lib/wording/day";
import { ACCEPT_PROBLEM_WORDS, ROLE_WORDS } from "@/lib/wording/members";

import { acceptInvitationAction, signOutForInvitationAction, signUpInvitedAction } from "./actions";

/** The server's Referrer-Policy, same-origin, keeps the secret in the address from every other site. */
export const metadata: Metadata = { title: "Invitation", robots: { index: false, follow: false } };

type InvitationPageProps = {
  readonly params: Promise<{ token: string }>;
};

/** A visit changes nothing: mail programs open links to look for harm. */
export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  if ((await takeRequest("feed", visitorOf(await headers()).address)) > 0)
    return <AccountCard title="Invitation">{ACCEPT_PROBLEM_WORDS["too-many"]}</AccountCard>;
  const invitation = await readInvitation(token);
  if (invitation === null) notFound();
  const session = await currentSession();
  const { organization, inviter, role, expiresAt } = invitation;
  return (
    <AccountCard
      title={`Join ${organization}`}
      note={`${inviter} invites ${invitation.email} to ${organization} as ${ROLE_WORDS[role].article}. ${ROLE_WORDS[role].does}`}
      foot={`The link works once, until ${formatInstant(expiresAt.toISOString())}.`}
    >
      <WayIn token={token} invitation={invitation} signedInAs={session?.user.email ?? null} />
    </AccountCard>
  );
}

type WayInProps = {
  readonly token: string;
  readonly invitation: InvitationInForce;
  readonly signedInAs: string | null;
};

/** One button for the right account, a way to it for every other visitor. */
function WayIn({ token, invitation, signedInAs }: WayInProps) {
  const { email, organization, hasAccount } = invitation;
  if (signedInAs === email)
    return (
      <ActionForm action={acceptInvitationAction} hidden={{ token }} submit={`Join ${organization}`}>
        <p>You are signed in as {email}.</p>
      </ActionForm>
    );
  if (signedInAs !== null)
    return (
      <form action={signOutForInvitationAction} className="space-y-4">
        <input type="hidden" name="token" value={token} />
        <p>
          You are signed in as {signedInAs}, and the invitation is for {email}. Sign out to accept it with
          that address, or ask for an invitation of the address you use.
        </p>
        <Button type="submit" variant="secondary">
          Sign out and come back
        </Button>
      </form>
    );
  if (hasAccount)
    return (
      <div className="space-y-4">
        <p>{email} has an account here: sign in with it, and you come back to this page.</p>
        <LinkButton href={`/sign-in?${new URLSearchParams({ next: `/invitations/${token}` }).toString()}`}>
          Sign in
        </LinkButton>
      </div>
    );
  return (
    <InvitedSignUpForm
      action={signUpInvitedAction}
      token={token}
      email={email}
      passwordLengthMin={PASSWORD_CHARACTERS_MIN}
    />
  );
}
