import type { Metadata } from "next";

import { DeadlineDaysTable } from "@/components/deadlines/deadline-days-table";
import { DeadlinesFilterBar } from "@/components/deadlines/deadlines-filter-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { WeekBars } from "@/components/ui/week-bars";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import {
  clockKindSums,
  deadlineDays,
  deadlineWeeks,
  type ClockKindSums,
  type DeadlineWeek,
} from "@/lib/data/deadlines";
import { importersOf, type Importer } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { CLOCK_KINDS, sumUsd, usdText, type ClockKind } from "@/lib/domain";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { countOf, formatCount } from "@/lib/wording/count";
import { describeSums, WITHIN_WORDS } from "@/lib/wording/deadlines";

import type { SearchParams } from "../../search-params";
import {
  deadlineDayHref,
  deadlinesHref,
  readDeadlineQuery,
  toDeadlineFilter,
  WITHIN_DAYS,
  type DeadlineQuery,
} from "./deadline-query";
import { toDeadlineDayRow, toWeekBar } from "./deadline-rows";

export const metadata: Metadata = { title: "Deadlines" };

type DeadlinesPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const ROWS_PER_PAGE = 100;

export default async function DeadlinesPage({ params, searchParams }: DeadlinesPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/deadlines`);
  const base = `/${scope.orgSlug}`;
  const path = `${base}/deadlines`;
  const asOf = today();
  const query = readDeadlineQuery(await searchParams);
  const filter = toDeadlineFilter(query, asOf);
  const { days, weeks, kinds, importers } = await inOrganization(scope, async (t) => ({
    // One more than shown tells whether a page follows.
    days: await deadlineDays(t, filter, query.after, ROWS_PER_PAGE + 1),
    weeks: await deadlineWeeks(t, filter),
    kinds: await clockKindSums(t, { ...filter, kinds: [] }),
    importers: await importersOf(t).list(),
  }));
  const shown = days.slice(0, ROWS_PER_PAGE);
  const last = days.length > ROWS_PER_PAGE ? shown.at(-1) : undefined;

  return (
    <>
      <PageHeader
        title="Deadlines"
        note={`${sumsOf(weeks)}, as of ${asOf}, US Eastern. An entry counts once for each of its last days.`}
      />
      <DeadlinesFilterBar
        path={path}
        exportHref={deadlinesHref(`/api${path}/export`, query)}
        {...chipsOf(kinds, query, path)}
        importers={importerOptions(importers)}
        withins={WITHIN_DAYS.map((value) => ({ value, label: WITHIN_WORDS[value] }))}
        values={query}
        hidden={[
          ...query.kinds.map((kind): [string, string] => ["kind", kind]),
          ...(query.all ? [["show", "all"] as const] : []),
        ]}
      />
      <Panel
        title="By week"
        note="Certain refundable duty that is lost when the clocks of the week run out."
        flush
      >
        {weeks.length === 0 ? (
          <EmptyState title="No last day in this filter" />
        ) : (
          <WeekBars caption="Dollars at risk by week" amounts="At risk, USD" bars={weeks.map(toWeekBar)} />
        )}
      </Panel>
      <Panel title="By day" flush>
        <DeadlineDaysTable
          rows={shown.map((day) =>
            toDeadlineDayRow(
              day,
              deadlineDayHref(base, {
                day: day.day,
                kind: day.kind,
                importer: query.importer,
                all: query.all,
              }),
              asOf,
            ),
          )}
        />
        <Pager
          previousHref={query.after === null ? null : deadlinesHref(path, query)}
          nextHref={last ? deadlinesHref(path, query, { after: last }) : null}
          shown={`${countOf(shown.length, "last day", "last days")} shown`}
        />
      </Panel>
    </>
  );
}

const sumsOf = (weeks: readonly DeadlineWeek[]): string =>
  describeSums(
    weeks.reduce((count, week) => count + week.clocks, 0),
    usdText(sumUsd(weeks.map(({ atRisk }) => atRisk))),
    weeks.reduce((count, week) => count + week.ranges, 0),
  );

function chipsOf(sums: ReadonlyMap<ClockKind, ClockKindSums>, query: DeadlineQuery, path: string) {
  const kinds = CLOCK_KINDS.filter((kind) => sums.has(kind) || query.kinds.includes(kind)).map((kind) => {
    const selected = query.kinds.includes(kind);
    const next = selected ? query.kinds.filter((other) => other !== kind) : [...query.kinds, kind];
    return {
      href: deadlinesHref(path, query, { kinds: next }),
      label: CLOCK_WORDS[kind].name,
      count: formatCount(sums.get(kind)?.clocks ?? 0),
      selected,
    };
  });
  const shown = [false, true].map((all) => ({
    href: deadlinesHref(path, query, { all }),
    label: all ? "Every running clock" : "Only what is lost",
    selected: query.all === all,
  }));
  return { kinds, shown };
}

const importerOptions = (importers: readonly Importer[]) => [
  { value: "", label: "All importers" },
  ...importers.map(({ number, name }) => ({ value: number, label: name ? `${name} (${number})` : number })),
];
