import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ClocksTimeline } from "@/components/entries/clocks-timeline";
import { EntryHeader } from "@/components/entries/entry-header";
import { FactsTable } from "@/components/entries/facts-table";
import { InterestPaidPanel } from "@/components/entries/interest-paid-panel";
import { InterestPanel } from "@/components/entries/interest-panel";
import { LaneBadge } from "@/components/entries/lane-badge";
import { LanePanel } from "@/components/entries/lane-panel";
import { PredictedOutcomePanel } from "@/components/entries/predicted-outcome-panel";
import { RefundsPaidPanel } from "@/components/entries/refunds-paid-panel";
import { ReasonsList } from "@/components/entries/reasons-list";
import { TariffStackTable } from "@/components/entries/tariff-stack-table";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { refundsOf } from "@/lib/data/refund-rows";
import { inOrganization } from "@/lib/data/tenant";
import { viewEntry } from "@/lib/usecases/view-entry";
import { formatEntryNumber, parseEntryNumber, type Lane } from "@/lib/domain";

import type { SearchParams } from "../../../search-params";
import { toClockRows } from "./clock-rows";
import { EntryDocuments } from "./entry-documents";
import { EntryQuestions } from "./entry-questions";
import { toFactRows, toHeaderFacts } from "./fact-rows";
import { toEntryFigures } from "./figures";
import { toFileAge } from "./file-age";
import { readInterestQuery } from "./interest-query";
import { toInterestPanel } from "./interest-rows";
import { toOutcome } from "./outcome-rows";
import { toInterestPaid } from "./paid-rows";
import { toPaidRefunds } from "./refund-rows";
import { asksForRate, toReasonRows } from "./reason-rows";
import { toStack } from "./stack-rows";

/** Lanes in which CAPE does nothing for the entry, and others may. */
const LEADS_ELSEWHERE: readonly Lane[] = ["protest", "court", "excluded", "needs-data"];

type EntryPageProps = {
  readonly params: Promise<{ org: string; number: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Pick<EntryPageProps, "params">): Promise<Metadata> {
  return { title: `Entry ${(await params).number}` };
}

export default async function EntryPage({ params, searchParams }: EntryPageProps) {
  const { org, number } = await params;
  const scope = await requireMember(org, `/${org}/entries/${number}`);
  const parsed = parseEntryNumber(number);
  const view = parsed.ok ? await viewEntry(scope, parsed.value, today()) : null;
  if (!view) notFound();
  const { entry, screening } = view;
  const refunds = toPaidRefunds(await inOrganization(scope, (t) => refundsOf(t, entry.number)));
  const base = `/${scope.orgSlug}`;
  const written = formatEntryNumber(entry.number);
  const asked = readInterestQuery(await searchParams);
  const path = `${base}/entries/${entry.number}`;
  const interest = toInterestPanel(view, asked, path);
  const paid = toInterestPaid(view, asked, path);

  return (
    <>
      <PageHeader
        title={written}
        mono
        crumbs={[{ href: `${base}/entries`, label: "Entries" }]}
        badges={<LaneBadge lane={screening.lane} />}
      />
      <LanePanel
        lane={screening.lane}
        {...toFileAge(view)}
        actions={
          LEADS_ELSEWHERE.includes(screening.lane) ? (
            <LinkButton href={`${base}/other-routes`} variant="secondary" size="sm">
              Sheets, lists and letters
            </LinkButton>
          ) : undefined
        }
      />
      <PredictedOutcomePanel {...toOutcome(view, base)} />
      <EntryQuestions view={view} scope={scope} />
      {refunds.length === 0 ? null : (
        <RefundsPaidPanel refunds={refunds} href={`${base}/refunds?find=${entry.number}`} />
      )}
      <EntryHeader facts={toHeaderFacts(view)} {...toEntryFigures(view)} />
      <Panel
        title="Tariff stack"
        {...(asksForRate(view)
          ? { actions: <TextLink href={`${base}/rates`}>Give the ordinary rate</TextLink> }
          : {})}
        flush
      >
        <TariffStackTable {...toStack(view)} />
      </Panel>
      <Panel
        title="Reasons"
        note={`As of ${screening.asOf}, rules ${screening.rulesVersion}`}
        actions={<TextLink href="/library/rules">All rules</TextLink>}
        flush
      >
        <ReasonsList reasons={toReasonRows(view)} />
      </Panel>
      <Panel title="Clocks">
        <ClocksTimeline clocks={toClockRows(view)} today={screening.asOf} />
      </Panel>
      {interest === null ? null : <InterestPanel {...interest} />}
      {paid === null ? null : <InterestPaidPanel {...paid} />}
      <EntryDocuments scope={scope} view={view} />
      <Panel title="Facts and their sources" flush>
        <FactsTable facts={toFactRows(view, base)} />
      </Panel>
    </>
  );
}
