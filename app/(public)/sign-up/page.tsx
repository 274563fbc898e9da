import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { SignUpForm } from "@/components/account/sign-up-form";
import { TextLink } from "@/components/ui/text-link";
import { PASSWORD_CHARACTERS_MIN } from "@/lib/auth/password-policy";
import { currentSession } from "@/lib/auth/session";
import { homeOf } from "@/lib/auth/sign-in";

import { signUpAction } from "./actions";

export const metadata: Metadata = {
  title: "Create an account",
  description:
    "Create an account on this CapeDesk server, with an organization of your own. Everything stays on this server.",
  alternates: { canonical: "/sign-up" },
};

export default async function SignUpPage() {
  const session = await currentSession();
  if (session !== null) redirect(await homeOf(session.user.id));
  return (
    <AccountCard
      title="Create an account"
      note="It begins with one organization, which is yours. Everything stays on this server."
      foot={
        <>
          Have an account? <TextLink href="/sign-in">Sign in</TextLink>.
        </>
      }
    >
      <SignUpForm action={signUpAction} passwordLengthMin={PASSWORD_CHARACTERS_MIN} />
    </AccountCard>
  );
}
