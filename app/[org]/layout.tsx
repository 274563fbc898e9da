import type { ReactNode } from "react";

import { signOutAction } from "@/app/(public)/sign-in/actions";
import { AppFrame } from "@/components/frame/app-frame";
import { Button } from "@/components/ui/button";
import { membershipIn } from "@/lib/auth/require-member";
import { currentSession } from "@/lib/auth/session";
import { digestsOf } from "@/lib/data/digests";
import { organizationsOf } from "@/lib/data/memberships";
import { inOrganization } from "@/lib/data/tenant";
import { RULES } from "@/lib/domain";

type OrganizationLayoutProps = {
  readonly params: Promise<{ org: string }>;
  readonly children: ReactNode;
};

/** The frame. It authorizes nothing: a layout does not run for every request, so each page asks for itself. */
export default async function OrganizationLayout({ params, children }: OrganizationLayoutProps) {
  const { org } = await params;
  const session = await currentSession();
  if (!session) return children;
  const organizations = await organizationsOf(session.user.id);
  const membership = await membershipIn(org);
  if (membership.kind !== "member") return children;
  const unread = await inOrganization(membership.scope, (t) => digestsOf(t).countUnread());
  return (
    <AppFrame
      base={`/${org}`}
      organizations={organizations.map(({ slug, name }) => ({
        name,
        href: `/${slug}`,
        current: slug === org,
      }))}
      user={session.user.email}
      unread={unread}
      rules={`Rules ${RULES.version}`}
      signOut={
        <form action={signOutAction}>
          <Button type="submit" variant="quiet" size="sm">
            Sign out
          </Button>
        </form>
      }
    >
      {children}
    </AppFrame>
  );
}
