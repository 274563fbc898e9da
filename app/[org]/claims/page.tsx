import type { Metadata } from "next";

import { ClaimsTable } from "@/components/claims/claims-table";
import { LinkButton } from "@/components/ui/button";
import { FilterChips, type Chip } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stat, StatRow } from "@/components/ui/stat";
import { requireMember } from "@/lib/auth/require-member";
import { inOrganization } from "@/lib/data/tenant";
import { rejectedRows, sumUsd, toCents, usdText } from "@/lib/domain";
import { claimBook } from "@/lib/usecases/claim-book";
import { viewClaims, type ClaimView } from "@/lib/usecases/view-claim";
import { CLAIM_LIST_STATES } from "@/lib/wording/claim-list";
import { PLAIN_STATUS_WORDS } from "@/lib/wording/claims";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

import { claimQueryText, isAskedFor, readClaimQuery, type ClaimQuery } from "./claim-query";
import { refundableOfClaim, toClaimRow } from "./claim-rows";
import type { SearchParams } from "../../search-params";

export const metadata: Metadata = { title: "Claims" };

type ClaimsPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function ClaimsPage({ params, searchParams }: ClaimsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/claims`);
  const query = readClaimQuery(await searchParams);
  const { all, rejected } = await inOrganization(scope, async (t) => ({
    all: await viewClaims(t),
    rejected: rejectedRows(await claimBook(t)).length,
  }));
  const shown = all.filter((claim) => isAskedFor(claim, query));
  const base = `/${scope.orgSlug}`;
  return (
    <>
      <PageHeader
        title="Claims"
        note="A claim begins when you note that a declaration was uploaded in ACE, or when a file of CBP names one that somebody else filed. Drop result files in Imports."
        actions={
          <>
            <LinkButton href={`${base}/claims/rejected`} variant={rejected > 0 ? "primary" : "secondary"}>
              Rejected entries: {formatCount(rejected)}
            </LinkButton>
            <LinkButton
              href={`/api${base}/claims/export${claimQueryText(query)}`}
              download
              variant="secondary"
            >
              Download CSV
            </LinkButton>
          </>
        }
      />
      <FilterChips label="State of the claims" chips={chipsOf(all, query, `${base}/claims`)} />
      <Totals claims={shown} />
      <Panel flush>
        <ClaimsTable rows={shown.map((view) => toClaimRow(view, base))} />
      </Panel>
    </>
  );
}

function Totals({ claims }: { readonly claims: readonly ClaimView[] }) {
  const rows = claims.flatMap(({ state }) => state.rows);
  const count = (outcome: string) => formatCount(rows.filter((row) => row.outcome === outcome).length);
  return (
    <StatRow columns={4}>
      <Stat label="Claims" figure={formatCount(claims.length)} />
      <Stat
        label="Refundable"
        figure={formatUsd(usdText(toCents(sumUsd(claims.map(refundableOfClaim)))))}
        unit="USD"
      />
      <Stat label="Accepted entries" figure={count("accepted")} />
      <Stat
        label="Failed entries"
        figure={count("failed")}
        note={`${count("unanswered")} without an answer`}
      />
    </StatRow>
  );
}

/** One chip switches one state on or off, the last the claims on which nothing is left to do. */
function chipsOf(claims: readonly ClaimView[], query: ClaimQuery, path: string): readonly Chip[] {
  const counted = (asked: ClaimQuery) =>
    formatCount(claims.filter((claim) => isAskedFor(claim, asked)).length);
  const chip = (label: string, asked: ClaimQuery, selected: boolean, off: ClaimQuery): Chip => ({
    ...{ label, selected, count: counted(asked) },
    href: `${path}${claimQueryText(selected ? off : asked)}`,
  });
  return [
    ...CLAIM_LIST_STATES.map((state) =>
      chip(PLAIN_STATUS_WORDS[state], { ...query, state }, query.state === state, { ...query, state: null }),
    ),
    chip("Something left to do", { ...query, open: true }, query.open, { ...query, open: false }),
  ];
}
