import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ClaimTimeline } from "@/components/claims/claim-timeline";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { importNames } from "@/lib/data/imports";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { viewClaimElsewhere } from "@/lib/usecases/view-claim";
import { CLAIM_EVENT_WORDS } from "@/lib/wording/claims";
import { countOf } from "@/lib/wording/count";

import { readFrom } from "../../../row-page";
import { ClaimEntries } from "../../claim-entries";
import { ClaimFacts } from "../../claim-facts";
import { statusText, toEventRows } from "../../claim-rows";

export const metadata: Metadata = { title: "Claim" };

type ElsewherePageProps = {
  readonly params: Promise<{ org: string; number: string }>;
  readonly searchParams: Promise<{ from?: string }>;
};

/** A claim that somebody else filed: only files of CBP tell of it. */
export default async function ClaimElsewherePage({ params, searchParams }: ElsewherePageProps) {
  const { org, number } = await params;
  const from = readFrom((await searchParams).from);
  const scope = await requireMember(org, `/${org}/claims/elsewhere/${number}`);
  const found = await inOrganization(scope, async (t) => {
    const view = await viewClaimElsewhere(t, number);
    return (
      view && {
        view,
        sources: { people: await memberNames(t), files: await importNames(queryOf(t), t.orgId) },
      }
    );
  });
  if (!found) notFound();
  const { view, sources } = found;
  const base = `/${scope.orgSlug}`;
  const named = view.entries.length - view.now.known;
  return (
    <>
      <PageHeader
        title={view.claimNumber ?? ""}
        mono
        crumbs={[{ href: `${base}/claims`, label: "Claims" }]}
        badges={<Badge tone={CLAIM_EVENT_WORDS[view.state.status].tone}>{statusText(view)}</Badge>}
        note={`Filed elsewhere, ${countOf(view.entries.length, "entry", "entries")}${named > 0 ? `, of which no file here shows ${countOf(named, "entry", "entries")}` : ""}. An entry that CBP accepted here goes on no declaration of yours.`}
      />
      <ClaimFacts view={view} />
      <Panel title="Timeline" note="As the files of CBP tell it; late news finds its place by its day.">
        <ClaimTimeline events={toEventRows(view, sources)} />
      </Panel>
      <ClaimEntries view={view} declared={[]} base={base} from={from} />
    </>
  );
}
