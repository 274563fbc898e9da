import type { Metadata } from "next";

import { RejectedGroup } from "@/components/claims/rejected-groups";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stat, StatRow } from "@/components/ui/stat";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { toCents, usdText } from "@/lib/domain";
import { viewRejected } from "@/lib/usecases/rejected-entries";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

import { noteMessageAction, refileRowsAction } from "./actions";
import { refundableOf, toRejectedGroups } from "./rejected-rows";

export const metadata: Metadata = { title: "Rejected entries" };

type RejectedPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function RejectedPage({ params }: RejectedPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/claims/rejected`);
  const { groups, people } = await inOrganization(scope, async (t) => ({
    groups: await viewRejected(t),
    people: await memberNames(t),
  }));
  const base = `/${scope.orgSlug}`;
  const rows = groups.flatMap((group) => group.rows);
  const free = rows.filter(({ obstacle }) => obstacle === null);
  const actions = {
    refile: roleMay(scope.role, "declarations:write") ? refileRowsAction : null,
    note: roleMay(scope.role, "claims:write") ? noteMessageAction : null,
    hidden: { org: scope.orgSlug },
  };
  return (
    <>
      <PageHeader
        title="Rejected entries"
        crumbs={[{ href: `${base}/claims`, label: "Claims" }]}
        note="Entries that CBP dropped from a claim and that stand on no other one, by its message."
        actions={
          rows.length === 0 ? undefined : (
            <LinkButton href={`/api${base}/claims/rejected/export`} download variant="secondary">
              Download CSV
            </LinkButton>
          )
        }
      />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState title="No entry is rejected">
            Drop the Claim Details of a claim in Imports; what CBP dropped shows here with its remedy.
          </EmptyState>
        </Panel>
      ) : (
        <StatRow columns={4}>
          <Stat label="Rejected entries" figure={formatCount(rows.length)} />
          <Stat
            label="Refundable on them"
            figure={formatUsd(usdText(toCents(refundableOf(rows))))}
            unit="USD"
          />
          <Stat
            label="May be filed again"
            figure={formatCount(free.length)}
            note="as the entries are screened today"
          />
          <Stat
            label="Refundable on these"
            figure={formatUsd(usdText(toCents(refundableOf(free))))}
            unit="USD"
          />
        </StatRow>
      )}
      {toRejectedGroups(groups, { base, asOf: today(), people }).map((group, index) => (
        <RejectedGroup key={group.key} group={group} at={index + 1} actions={actions} />
      ))}
    </>
  );
}
