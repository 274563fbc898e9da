import type { Metadata } from "next";

import { DigestList } from "@/components/inbox/digest-list";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/require-member";
import { digestsOf } from "@/lib/data/digests";
import { inOrganization } from "@/lib/data/tenant";

import { markInboxReadAction } from "./actions";
import { toDigestRow } from "./inbox-rows";

export const metadata: Metadata = { title: "Inbox" };

type InboxPageProps = {
  readonly params: Promise<{ org: string }>;
};

const DIGESTS_SHOWN_MAX = 60;

export default async function InboxPage({ params }: InboxPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/inbox`);
  const { digests, unread } = await inOrganization(scope, async (t) => ({
    digests: await digestsOf(t).list(DIGESTS_SHOWN_MAX),
    unread: await digestsOf(t).countUnread(),
  }));
  return (
    <>
      <PageHeader
        title="Inbox"
        note={
          <>
            What you were told of this organization, the newest {DIGESTS_SHOWN_MAX}.{" "}
            <TextLink href={`/${scope.orgSlug}/settings`}>How often it comes by e-mail</TextLink>
          </>
        }
        actions={
          unread === 0 ? undefined : (
            <ActionForm
              action={markInboxReadAction}
              hidden={{ org: scope.orgSlug }}
              submit="Mark all as read"
              variant="secondary"
              size="sm"
            />
          )
        }
      />
      <DigestList rows={digests.map((digest) => toDigestRow(digest, scope.orgSlug))} />
    </>
  );
}
