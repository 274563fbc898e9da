import type { Metadata } from "next";

import { MonthEndTable } from "@/components/refunds/month-end-table";
import { PassThroughPanel } from "@/components/refunds/pass-through-panel";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { lastDayOf, monthEnd } from "@/lib/domain";
import { viewPassThrough } from "@/lib/usecases/pass-through";
import { viewBooks } from "@/lib/usecases/view-books";

import type { SearchParams } from "../../../search-params";
import { giveWeightsAction } from "../actions";
import { toPassThrough } from "../pass-through-rows";
import { monthsOf, readMonthQuery, toMonthLines } from "./month-rows";

export const metadata: Metadata = { title: "Month end" };

type MonthEndPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function MonthEndPage({ params, searchParams }: MonthEndPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/refunds/month-end`);
  const base = `/${scope.orgSlug}`;
  const path = `${base}/refunds/month-end`;
  const asked = await searchParams;
  const { lines, months, month, passed } = await inOrganization(scope, async (t) => {
    const books = await viewBooks(t, today());
    const { receivables } = books;
    const all = monthsOf(receivables, today());
    const chosen = readMonthQuery(asked, all, today());
    const names = new Map((await importersOf(t).list()).map(({ number, name }) => [number, name]));
    return {
      months: all,
      month: chosen,
      lines: toMonthLines(monthEnd(receivables, chosen), names),
      passed: await viewPassThrough(t, chosen, books),
    };
  });

  return (
    <>
      <PageHeader
        title={`Month end ${month}`}
        crumbs={[{ href: `${base}/refunds`, label: "Refunds" }]}
        note={`What is owed on filed entries on ${lastDayOf(month)}. Interest is what has run up by then; it stops at the liquidation that pays. A refund that was diverted paid a bill; one that came back is still owed.`}
        actions={
          months.length === 0 ? null : (
            <LinkButton href={`/api${base}/refunds/ledger`} download>
              Export the ledger (xlsx)
            </LinkButton>
          )
        }
      />
      <FilterChips
        label="Months"
        chips={months.map((each) => ({
          href: `${path}?month=${each}`,
          label: each,
          selected: each === month,
        }))}
      />
      <Panel
        title="Receivable"
        note="Opening + filed − paid − rejected = open, principal and interest apart."
        flush
      >
        {lines.length === 0 ? (
          <EmptyState title="Nothing is filed yet">
            A receivable begins when an entry is filed in CAPE.
          </EmptyState>
        ) : (
          <MonthEndTable lines={lines} />
        )}
      </Panel>
      {passed === null || lines.length === 0 ? null : (
        <PassThroughPanel
          {...toPassThrough(passed, month, base)}
          org={scope.orgSlug}
          action={roleMay(scope.role, "claims:write") ? giveWeightsAction : null}
        />
      )}
    </>
  );
}
