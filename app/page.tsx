import { redirect } from "next/navigation";

import { Landing } from "@/components/account/landing";
import { currentSession } from "@/lib/auth/session";
import { organizationsOf } from "@/lib/data/memberships";

/** The door: signed in, one goes on to the first organization. */
export default async function HomePage() {
  const session = await currentSession();
  const [first] = session ? await organizationsOf(session.user.id) : [];
  if (first) redirect(`/${first.slug}`);
  return <Landing signInHref="/sign-in" signUpHref="/sign-up" />;
}
