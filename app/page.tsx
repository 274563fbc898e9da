import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { signOutAction } from "@/app/(public)/sign-in/actions";
import { AccountCard } from "@/components/account/account-card";
import { Landing } from "@/components/account/landing";
import { Button } from "@/components/ui/button";
import { currentSession } from "@/lib/auth/session";
import { organizationsOf } from "@/lib/data/memberships";

export const metadata: Metadata = { alternates: { canonical: "/" } };

/** The door: signed in, one goes on to the first organization, if there still is one. */
export default async function HomePage() {
  const session = await currentSession();
  const [first] = session ? await organizationsOf(session.user.id) : [];
  if (first) redirect(`/${first.slug}`);
  if (session) return <NoOrganization email={session.user.email} />;
  return <Landing signInHref="/sign-in" signUpHref="/sign-up" />;
}

/** Whoever left his only organization, or was removed from it. */
function NoOrganization({ email }: { readonly email: string }) {
  return (
    <AccountCard title="You belong to no organization">
      <form action={signOutAction} className="space-y-4">
        <p>
          You are signed in as {email}. Ask an owner of an organization to invite this address, and open the
          link of the invitation.
        </p>
        <Button type="submit" variant="secondary">
          Sign out
        </Button>
      </form>
    </AccountCard>
  );
}
