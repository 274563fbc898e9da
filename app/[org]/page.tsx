import type { Metadata } from "next";

import { EmptyOverview } from "@/components/overview/empty-overview";
import { FourFigures } from "@/components/overview/four-figures";
import { MoneyByLane } from "@/components/overview/money-by-lane";
import { SourceFreshness } from "@/components/overview/source-freshness";
import { UpcomingDeadlines } from "@/components/overview/upcoming-deadlines";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { importsOf } from "@/lib/data/imports";
import { overviewOf } from "@/lib/data/overview";
import { inOrganization } from "@/lib/data/tenant";

import { loadSampleAction } from "./imports/actions";
import { toDeadlineRow, toFigures, toLaneMoney, toSourceRow } from "./overview-rows";

export const metadata: Metadata = { title: "Overview" };

type OverviewPageProps = {
  readonly params: Promise<{ org: string }>;
};

const DEADLINE_DAYS_AHEAD = 30;
const SOURCES_SHOWN_MAX = 5;

export default async function OverviewPage({ params }: OverviewPageProps) {
  const scope = await requireMember((await params).org);
  const base = `/${scope.orgSlug}`;
  const asOf = today();
  const { overview, imports } = await inOrganization(scope, async (t) => ({
    overview: await overviewOf(t, asOf, DEADLINE_DAYS_AHEAD),
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
      <Panel title="Refundable duty by lane" note="Certain figures only; ranges are on the entries.">
        <MoneyByLane lanes={toLaneMoney(overview, base)} />
      </Panel>
      <Panel title={`Deadlines in the next ${String(DEADLINE_DAYS_AHEAD)} days`} flush>
        <UpcomingDeadlines rows={overview.deadlines.map((deadline) => toDeadlineRow(deadline, base, asOf))} />
      </Panel>
      <Panel title="Sources" note="How fresh the files behind these figures are." flush>
        <SourceFreshness sources={imports.map((each) => toSourceRow(each, base, asOf))} />
      </Panel>
    </>
  );
}
