import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Landing } from "@/components/account/landing";
import { currentSession } from "@/lib/auth/session";
import { organizationsOf } from "@/lib/data/memberships";

export const metadata: Metadata = { alternates: { canonical: "/" } };

/** The door: signed in, one goes on to the first organization. */
export default async function HomePage() {
  const session = await currentSession();
  const [first] = session ? await organizationsOf(session.user.id) : [];
  if (first) redirect(`/${first.slug}`);
  return <Landing signInHref="/sign-in" signUpHref="/sign-up" />;
}
