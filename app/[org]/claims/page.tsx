import type { Metadata } from "next";

import { ClaimsTable } from "@/components/claims/claims-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { inOrganization } from "@/lib/data/tenant";
import { viewClaims } from "@/lib/usecases/view-claim";

import { toClaimRow } from "./claim-rows";

export const metadata: Metadata = { title: "Claims" };

type ClaimsPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function ClaimsPage({ params }: ClaimsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/claims`);
  const claims = await inOrganization(scope, viewClaims);
  return (
    <>
      <PageHeader
        title="Claims"
        note="A claim begins when you note that a declaration was uploaded in ACE, or when a file of CBP names one that somebody else filed. Drop result files in Imports."
      />
      <Panel flush>
        <ClaimsTable rows={claims.map((view) => toClaimRow(view, `/${scope.orgSlug}`))} />
      </Panel>
    </>
  );
}
