import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { UnsubscribeForm } from "@/components/account/unsubscribe-form";
import { visitorOf } from "@/lib/auth/address";
import { takeRequest } from "@/lib/auth/request-limit";
import { memberOfLink } from "@/lib/usecases/unsubscribe";

import { unsubscribeAction } from "./actions";

export const metadata: Metadata = { title: "Stop the digest", robots: { index: false, follow: false } };

type UnsubscribePageProps = {
  readonly params: Promise<{ token: string }>;
};

/** A button and not the visit itself: mail programs open links to look for harm. */
export default async function UnsubscribePage({ params }: UnsubscribePageProps) {
  const { token } = await params;
  if ((await takeRequest("feed", visitorOf(await headers()).address)) > 0) notFound();
  const member = await memberOfLink(token);
  if (member === null) notFound();
  return (
    <AccountCard title="Stop the digest">
      <p>
        Digests of {member.orgName} go to {member.userEmail}. Stopping them needs no password; what they say
        stays in your inbox.
      </p>
      <UnsubscribeForm action={unsubscribeAction} token={token} />
    </AccountCard>
  );
}
