import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { MovedEntriesTable, type MovedEntryRow } from "@/components/rules/moved-entries-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { movedEntries, ruleMoves, type MovedEntry, type RuleMove } from "@/lib/data/rule-effects";
import { inOrganization } from "@/lib/data/tenant";
import { formatEntryNumber, usdText } from "@/lib/domain";
import { formatCount } from "@/lib/wording/count";
import { describeMove } from "@/lib/wording/rule-effects";

import type { SearchParams } from "../../../search-params";
import { movedPage, readMovedQuery } from "./moved-query";

export const metadata: Metadata = { title: "Entries moved by a rule change" };

type MovedPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const ROWS_PER_PAGE = 100;

export default async function MovedPage({ params, searchParams }: MovedPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/rules`);
  const base = `/${scope.orgSlug}`;
  const query = readMovedQuery(await searchParams);
  if (query === null) notFound();
  const { move, anchor } = query;
  const { total, rows } = await inOrganization(scope, async (t) => ({
    total: (await ruleMoves(t)).find((each) => isSameMove(each, move)),
    // One more than shown tells whether a page follows.
    rows: await movedEntries(t, move, anchor, ROWS_PER_PAGE + 1),
  }));
  if (total === undefined) notFound();
  const { shown, previousHref, nextHref } = movedPage(rows, query, base, ROWS_PER_PAGE);

  return (
    <>
      <PageHeader
        title="Entries moved by a rule change"
        crumbs={[{ href: `${base}/rules`, label: "Rules" }]}
        note={describeMove(total)}
      />
      <Panel flush>
        <MovedEntriesTable rows={shown.map((entry) => toRow(entry, move, base))} />
        <Pager
          previousHref={previousHref}
          nextHref={nextHref}
          shown={`${formatCount(shown.length)} of ${formatCount(total.entries)} shown`}
        />
      </Panel>
    </>
  );
}

const isSameMove = (a: RuleMove, b: RuleMove): boolean =>
  a.effectiveOn === b.effectiveOn &&
  a.rulesVersion === b.rulesVersion &&
  a.laneBefore === b.laneBefore &&
  a.laneAfter === b.laneAfter;

const toRow = (entry: MovedEntry, move: RuleMove, base: string): MovedEntryRow => ({
  number: formatEntryNumber(entry.number),
  href: `${base}/entries/${entry.number}`,
  before: move.laneBefore,
  after: move.laneAfter,
  now: entry.laneNow,
  refundableBefore: entry.refundableBefore && usdText(entry.refundableBefore),
  refundableAfter: entry.refundableAfter && usdText(entry.refundableAfter),
  metOn: entry.asOf,
});
