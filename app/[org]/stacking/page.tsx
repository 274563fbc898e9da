import type { Metadata } from "next";

import { MisprogrammedTable } from "@/components/stacking/misprogrammed-table";
import { MonthTable } from "@/components/stacking/month-table";
import { ProgramTable } from "@/components/stacking/program-table";
import { StackingFilterBar } from "@/components/stacking/stacking-filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/require-member";
import { totalEntries, type EntryTotals } from "@/lib/data/entry-list";
import { importersOf } from "@/lib/data/importers";
import { misprogrammed, programMonths } from "@/lib/data/program-totals";
import { inOrganization } from "@/lib/data/tenant";
import { usdText } from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";
import { AUTHORITY_WORDS } from "@/lib/wording/programs";

import type { SearchParams } from "../../search-params";
import { toMisprogrammedRow } from "./misprogrammed-rows";
import { authoritiesIn, toMonthRows, toProgramRows, toStackingTotal } from "./program-rows";
import { entriesOfQuery, readStackingQuery, toStackingFilter } from "./stacking-query";

export const metadata: Metadata = { title: "Stacking" };

type StackingPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const FLAGS_SHOWN_MAX = 200;

export default async function StackingPage({ params, searchParams }: StackingPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/stacking`);
  const base = `/${scope.orgSlug}`;
  const query = readStackingQuery(await searchParams);
  const filter = toStackingFilter(query);
  const { months, flags, totals, importers } = await inOrganization(scope, async (t) => ({
    months: await programMonths(t, filter),
    flags: await misprogrammed(t, filter, FLAGS_SHOWN_MAX),
    totals: await totalEntries(t, { lanes: [], search: null, ...filter }),
    importers: await importersOf(t).list(),
  }));

  return (
    <>
      <PageHeader
        title="Stacking"
        note={
          <>
            Which duty was paid under which program, what of it comes back and what stays.{" "}
            {entriesSentence(totals)}{" "}
            <TextLink href={entriesOfQuery(base, query)}>See these entries</TextLink>
          </>
        }
      />
      <StackingFilterBar
        path={`${base}/stacking`}
        importers={[
          { value: "", label: "All importers" },
          ...importers.map(({ number, name }) => ({
            value: number,
            label: name ? `${name} (${number})` : number,
          })),
        ]}
        values={query}
      />
      <Panel
        title="Duty by program"
        note="Corrections are netted within each program. A range stands where a rate or a cell is not known."
        flush
      >
        <ProgramTable rows={toProgramRows(months)} total={toStackingTotal(months)} />
      </Panel>
      {months.length === 0 ? null : (
        <Panel title="By month of entry" note="Duty paid by authority, in USD." flush>
          <MonthTable
            columns={authoritiesIn(months).map((authority) => AUTHORITY_WORDS[authority])}
            rows={toMonthRows(months)}
          />
        </Panel>
      )}
      <Panel title="Mis-programmed money" note={flagsNote(flags.count)} flush>
        <MisprogrammedTable rows={flags.rows.map((row) => toMisprogrammedRow(row, base))} />
      </Panel>
    </>
  );
}

/** The figures of the entries list for the same filter, with which the table ties. */
function entriesSentence({ entries, refundableMin, refundableMax, ranges, unbounded }: EntryTotals): string {
  const least = formatUsd(usdText(refundableMin));
  const most = unbounded > 0 ? "more" : formatUsd(usdText(refundableMax));
  const amount = ranges === 0 ? least : `at least ${least}, up to ${most}`;
  return `${countOf(entries, "entry", "entries")}, refundable ${amount}.`;
}

function flagsNote(count: number): string {
  if (count > FLAGS_SHOWN_MAX)
    return `${formatCount(count)} rows to look at; the ${formatCount(FLAGS_SHOWN_MAX)} with the largest difference are shown. Narrow the months to see others.`;
  return count === 0
    ? "Rows whose duty, value or number does not fit their program."
    : `${countOf(count, "row", "rows")} to look at, largest difference first. None of them changes a lane by itself.`;
}
