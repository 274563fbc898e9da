import type { Metadata } from "next";

import { CashWeeksTable } from "@/components/cash/cash-weeks-table";
import { ScenarioPanel } from "@/components/cash/scenario-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stat, StatRow } from "@/components/ui/stat";
import { WeekBars } from "@/components/ui/week-bars";
import { requireMember } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { awaitedGroups, fileableGroups, unansweredGroups } from "@/lib/data/cash";
import { receivedOf } from "@/lib/data/received";
import { inOrganization } from "@/lib/data/tenant";
import {
  cashByWeek,
  createInterestTable,
  expectedCash,
  filingScenario,
  usdText,
  type Day,
  type ExpectedCash,
} from "@/lib/domain";
import { assumedRateSentence, CASH_BASIS, rangesSentence } from "@/lib/wording/cash";
import { countOf } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

import type { SearchParams } from "../../search-params";
import { countIn, readFilingDay, toBars, toCashWeekRow, toScenarioRows, totalOf } from "./cash-rows";

export const metadata: Metadata = { title: "Expected cash" };

type CashPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function CashPage({ params, searchParams }: CashPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/cash`);
  const base = `/${scope.orgSlug}`;
  const asOf = today();
  const { on, error } = readFilingDay((await searchParams).on, asOf);
  const { expected, received, fileable, ranges } = await readCash(scope, asOf);
  const table = createInterestTable();
  const [now, later] = [asOf, on].map((day) => filingScenario(fileable, day, table));
  const weeks = cashByWeek(expected, asOf);
  const bars = toBars(received.weeks, weeks);
  const assumedDays = Math.max(0, ...expected.map((each) => each.assumedDays), later?.assumedDays ?? 0);
  const notes = [
    CASH_BASIS,
    ...(assumedDays === 0 ? [] : [assumedRateSentence(assumedDays)]),
    ...(ranges === 0 ? [] : [rangesSentence(ranges)]),
  ];

  return (
    <>
      <PageHeader title="Expected cash" note={notes.join(" ")} />
      <CashFigures expected={expected} received={usdText(received.total)} base={base} />
      <Panel title="By week" note="Filled: received. Hollow: should have come by the end of the week." flush>
        {bars.length === 0 ? (
          <EmptyState title="No money yet, and none awaited" />
        ) : (
          <WeekBars caption="Received and expected by week" amounts="USD" bars={bars} />
        )}
      </Panel>
      <Panel title="Expected refunds" note="Every sum stands once in each column." flush>
        <CashWeeksTable
          rows={weeks.map(toCashWeekRow)}
          total={formatUsd(usdText(totalOf(expected.filter(({ overdue }) => !overdue))))}
        />
      </Panel>
      {now && later ? (
        <ScenarioPanel
          path={`${base}/cash`}
          today={asOf}
          on={on}
          error={error}
          rows={toScenarioRows(now, later, base)}
        />
      ) : null}
    </>
  );
}

const readCash = (scope: OrgScope, asOf: Day) =>
  inOrganization(scope, async (t) => {
    const awaited = await awaitedGroups(t);
    const unanswered = await unansweredGroups(t, asOf);
    const fileable = await fileableGroups(t);
    const table = createInterestTable();
    return {
      expected: [...awaited.groups, ...unanswered.groups].map((group) => expectedCash(group, asOf, table)),
      fileable: fileable.groups,
      ranges: awaited.ranges + unanswered.ranges + fileable.ranges,
      received: await receivedOf(t),
    };
  });

type CashFiguresProps = {
  readonly expected: readonly ExpectedCash[];
  readonly received: string;
  readonly base: string;
};

function CashFigures({ expected, received, base }: CashFiguresProps) {
  const overdue = expected.filter((each) => each.overdue);
  const awaited = expected.filter((each) => !each.overdue && !each.group.assumed);
  const unanswered = expected.filter((each) => each.group.assumed);
  const tile = (label: string, of: readonly ExpectedCash[], note: string, href: string) => (
    <Stat
      label={label}
      figure={formatUsd(usdText(totalOf(of)))}
      unit="USD"
      note={`${countOf(countIn(of), "entry", "entries")}, ${note}`}
      href={href}
    />
  );
  return (
    <StatRow>
      {tile(
        "Accepted, awaited",
        awaited,
        "estimate",
        `${base}/deadlines?kind=acceptance-to-refund&show=all&within=all`,
      )}
      {tile("Filed, not answered", unanswered, "as if accepted today", `${base}/claims`)}
      {tile("Overdue", overdue, "more than 90 days after acceptance", `${base}/claims`)}
      <Stat
        label="Received"
        figure={formatUsd(received)}
        unit="USD"
        note="noted on claims"
        href={`${base}/claims`}
      />
    </StatRow>
  );
}
