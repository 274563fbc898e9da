import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { SignInForm } from "@/components/account/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { safeNext } from "@/lib/auth/safe-next";
import { currentSession } from "@/lib/auth/session";
import { homeOf } from "@/lib/auth/sign-in";

import { signInAction } from "./actions";

export const metadata: Metadata = {
  title: "Sign in",
  description:
    "Sign in to CapeDesk on this server, where your entries, CAPE Declarations, claims and refunds are kept.",
  alternates: { canonical: "/sign-in" },
};

type SignInPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted, from, error } = await searchParams;
  const next = safeNext(wanted);
  const session = await currentSession();
  if (session !== null) redirect(next ?? (await homeOf(session.user.id)));
  return (
    <AccountCard
      title="Sign in"
      foot={
        <>
          No account yet? <TextLink href="/sign-up">Create one</TextLink>.
        </>
      }
    >
      <div className="space-y-4">
        {from === "sign-up" ? (
          <Notice tone="neutral" title="Sign in to go on">
            If this e-mail address had an account already, it is as it was: use the password you chose for it
            then.
          </Notice>
        ) : null}
        {error === undefined ? null : (
          <Notice live tone="blocked" title="You were not signed in. Try again." />
        )}
        <SignInForm action={signInAction} {...(next === null ? {} : { next })} />
      </div>
    </AccountCard>
  );
}
