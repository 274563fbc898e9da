import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ClockEntriesTable } from "@/components/deadlines/clock-entries-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { deadlineDays, listClocks, type DeadlineDay } from "@/lib/data/deadlines";
import { inOrganization } from "@/lib/data/tenant";
import { daysBetween, usdText } from "@/lib/domain";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatDaysAway } from "@/lib/wording/day";
import { formatSumAtRisk } from "@/lib/wording/deadlines";

import type { SearchParams } from "../../../search-params";
import { deadlineDayHref, readDayQuery, toDayFilter } from "../deadline-query";
import { toClockEntryRow } from "../deadline-rows";

export const metadata: Metadata = { title: "Entries with one last day" };

type DeadlineEntriesPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const ROWS_PER_PAGE = 100;

export default async function DeadlineEntriesPage({ params, searchParams }: DeadlineEntriesPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/deadlines`);
  const base = `/${scope.orgSlug}`;
  const asOf = today();
  const query = readDayQuery(await searchParams);
  if (query === null) notFound();
  const filter = toDayFilter(query);
  const { sums, clocks } = await inOrganization(scope, async (t) => ({
    sums: (await deadlineDays(t, filter, null, 1))[0],
    // One more than shown tells whether a page follows.
    clocks: await listClocks(t, filter, query.after, ROWS_PER_PAGE + 1),
  }));
  const shown = clocks.slice(0, ROWS_PER_PAGE);
  const last = clocks.length > ROWS_PER_PAGE ? shown.at(-1) : undefined;
  const link = { day: query.day, kind: query.kind, importer: query.importer, all: query.all };

  return (
    <>
      <PageHeader
        title={`${CLOCK_WORDS[query.kind].name}: ${query.day}`}
        crumbs={[{ href: `${base}/deadlines`, label: "Deadlines" }]}
        note={describe(sums, formatDaysAway(daysBetween(asOf, query.day)))}
      />
      <Panel flush>
        <ClockEntriesTable rows={shown.map((clock) => toClockEntryRow(clock, base, asOf))} />
        <Pager
          previousHref={query.after === null ? null : deadlineDayHref(base, link)}
          nextHref={last ? deadlineDayHref(base, { ...link, after: last.number }) : null}
          shown={`${formatCount(shown.length)} of ${formatCount(sums?.clocks ?? 0)} shown`}
        />
      </Panel>
    </>
  );
}

const describe = (sums: DeadlineDay | undefined, away: string): string =>
  sums === undefined
    ? `The last day is ${away}.`
    : `The last day is ${away}: ${countOf(sums.clocks, "entry", "entries")}, ${formatSumAtRisk(usdText(sums.atRisk), sums.ranges)} USD at risk.`;
