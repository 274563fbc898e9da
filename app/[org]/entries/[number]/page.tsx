import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { CheckDigitPanel } from "@/components/entries/check-digit-panel";
import { ClocksTimeline } from "@/components/entries/clocks-timeline";
import { EntryHeader } from "@/components/entries/entry-header";
import { FactsTable } from "@/components/entries/facts-table";
import { InterestWorksheet } from "@/components/entries/interest-worksheet";
import { LaneBadge } from "@/components/entries/lane-badge";
import { LanePanel } from "@/components/entries/lane-panel";
import { ProtestQuestionPanel } from "@/components/entries/protest-question-panel";
import { ReasonsList } from "@/components/entries/reasons-list";
import { TariffStackTable } from "@/components/entries/tariff-stack-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { viewEntry } from "@/lib/usecases/view-entry";
import {
  formatEntryNumber,
  hasFittingCheckDigit,
  parseEntryNumber,
  withFittingCheckDigit,
} from "@/lib/domain";

import { answerProtestAction, confirmCheckDigitAction } from "../actions";
import { toClockRows } from "./clock-rows";
import { toFactRows, toHeaderFacts } from "./fact-rows";
import { toEntryFigures, toWorksheet } from "./figures";
import { protestQuestionOf, toReasonRows } from "./reason-rows";
import { toStack } from "./stack-rows";

type EntryPageProps = {
  readonly params: Promise<{ org: string; number: string }>;
};

export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  return { title: `Entry ${(await params).number}` };
}

export default async function EntryPage({ params }: EntryPageProps) {
  const { org, number } = await params;
  const scope = await requireMember(org, `/${org}/entries/${number}`);
  const parsed = parseEntryNumber(number);
  const view = parsed.ok ? await viewEntry(scope, parsed.value, today()) : null;
  if (!view) notFound();
  const { entry, screening } = view;
  const base = `/${scope.orgSlug}`;
  const written = formatEntryNumber(entry.number);
  const hidden = { org: scope.orgSlug, number: entry.number };
  const protest = protestQuestionOf(view);
  const mayAnswer = roleMay(scope.role, "entries:answer");
  const worksheet = toWorksheet(view);

  return (
    <>
      <PageHeader
        title={written}
        mono
        crumbs={[{ href: `${base}/entries`, label: "Entries" }]}
        badges={<LaneBadge lane={screening.lane} />}
      />
      <LanePanel lane={screening.lane} />
      {!mayAnswer || hasFittingCheckDigit(entry.number) || entry.answers.checkDigitConfirmed ? null : (
        <CheckDigitPanel
          number={written}
          fittingNumber={formatEntryNumber(withFittingCheckDigit(entry.number))}
          action={confirmCheckDigitAction}
          hidden={hidden}
        />
      )}
      {!mayAnswer || protest === null ? null : (
        <ProtestQuestionPanel {...protest} action={answerProtestAction} hidden={hidden} />
      )}
      <EntryHeader facts={toHeaderFacts(view)} {...toEntryFigures(view)} />
      <Panel title="Tariff stack" flush>
        <TariffStackTable {...toStack(view)} />
      </Panel>
      <Panel title="Reasons" note={`As of ${screening.asOf}, rules ${screening.rulesVersion}`} flush>
        <ReasonsList reasons={toReasonRows(view)} />
      </Panel>
      <Panel title="Clocks">
        <ClocksTimeline clocks={toClockRows(view)} today={screening.asOf} />
      </Panel>
      {worksheet === null ? null : (
        <Panel title="Interest worksheet" flush>
          <InterestWorksheet {...worksheet} />
        </Panel>
      )}
      <Panel title="Facts and their sources" flush>
        <FactsTable facts={toFactRows(view, base)} />
      </Panel>
    </>
  );
}
