import type { Metadata } from "next";

import { EmptyOverview } from "@/components/overview/empty-overview";
import { FourFigures } from "@/components/overview/four-figures";
import { MoneyByLane } from "@/components/overview/money-by-lane";
import { NeedsList } from "@/components/overview/needs-list";
import { SourceFreshness } from "@/components/overview/source-freshness";
import { UpcomingDeadlines } from "@/components/overview/upcoming-deadlines";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { clockKindSums, deadlineDays, type DeadlineFilter } from "@/lib/data/deadlines";
import { importsOf } from "@/lib/data/imports";
import { overviewOf } from "@/lib/data/overview";
import { addDays, type Day } from "@/lib/domain";
import { inOrganization } from "@/lib/data/tenant";

import { loadSampleAction } from "./imports/actions";
import { toNeedRows } from "./need-rows";
import { readPaymentFacts } from "./payment-readiness/payment-facts";
import { assessPayments } from "./payment-readiness/payment-rows";
import { toDeadlineRow, toFigures, toLaneMoney, toSourceRow } from "./overview-rows";

export const metadata: Metadata = { title: "Overview" };

type OverviewPageProps = {
  readonly params: Promise<{ org: string }>;
};

const DEADLINE_DAYS_AHEAD = 30;
const DEADLINES_SHOWN_MAX = 40;
const NEEDS_DAYS_AHEAD = 90;
const SOURCES_SHOWN_MAX = 5;

export default async function OverviewPage({ params }: OverviewPageProps) {
  const scope = await requireMember((await params).org);
  const base = `/${scope.orgSlug}`;
  const asOf = today();
  const { overview, kinds, deadlines, payments, imports } = await inOrganization(scope, async (t) => ({
    overview: await overviewOf(t),
    kinds: await clockKindSums(t, atRiskWithin(asOf, NEEDS_DAYS_AHEAD)),
    deadlines: await deadlineDays(t, atRiskWithin(asOf, DEADLINE_DAYS_AHEAD), null, DEADLINES_SHOWN_MAX),
    payments: assessPayments(await readPaymentFacts(t)),
    imports: await importsOf(t).list(SOURCES_SHOWN_MAX),
  }));
  if (imports.length === 0)
    return (
      <>
        <PageHeader title={scope.orgName} note="Nothing is imported yet. Three ways to begin." />
        <EmptyOverview
          importsHref={`${base}/imports`}
          templateHref="/samples/ace-es003-with-liquidation.csv"
          loadSample={
            roleMay(scope.role, "imports:write")
              ? { action: loadSampleAction, hidden: { org: scope.orgSlug } }
              : null
          }
        />
      </>
    );
  return (
    <>
      <PageHeader title="Overview" note={`As of ${asOf}, US Eastern.`} />
      <FourFigures {...toFigures(overview, base)} />
      <Panel
        title="What needs you"
        note="Ranked by dollars and by how soon they are lost."
        actions={
          <>
            <TextLink href={`${base}/payment-readiness`}>Payment readiness</TextLink>
            <TextLink href={`${base}/cash`}>Expected cash</TextLink>
          </>
        }
        flush
      >
        <NeedsList rows={toNeedRows({ overview, kinds, payments }, base, asOf)} />
      </Panel>
      <Panel title="Refundable duty by lane" note="Certain figures only; ranges are on the entries.">
        <MoneyByLane lanes={toLaneMoney(overview, base)} />
      </Panel>
      <Panel
        title={`Deadlines in the next ${String(DEADLINE_DAYS_AHEAD)} days`}
        actions={<TextLink href={`${base}/deadlines`}>All deadlines</TextLink>}
        flush
      >
        <UpcomingDeadlines rows={deadlines.map((deadline) => toDeadlineRow(deadline, base, asOf))} />
      </Panel>
      <Panel title="Sources" note="How fresh the files behind these figures are." flush>
        <SourceFreshness sources={imports.map((each) => toSourceRow(each, base, asOf))} />
      </Panel>
    </>
  );
}

const atRiskWithin = (asOf: Day, days: number): DeadlineFilter => ({
  from: asOf,
  until: addDays(asOf, days),
  kinds: [],
  importerNumber: null,
  atRiskOnly: true,
});
