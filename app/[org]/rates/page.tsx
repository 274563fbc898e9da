import type { Metadata } from "next";

import { KnownRatesTable } from "@/components/rates/known-rates-table";
import { NeededRatesTable } from "@/components/rates/needed-rates-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Quoted } from "@/components/ui/quoted";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { listGivenRates } from "@/lib/data/given-rates";
import { publishedEdition, publishedInOtherUnits } from "@/lib/data/published-rates";
import { numbersOn15PercentLines, numbersWithoutRate } from "@/lib/data/rate-needs";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { countOf, formatCount } from "@/lib/wording/count";
import { describeEdition } from "@/lib/wording/rates";

import { giveRateAction, withdrawRateAction } from "./actions";
import { toKnownRateRows, toNeededRateRow } from "./rate-rows";

export const metadata: Metadata = { title: "Ordinary rates" };

type RatesPageProps = {
  readonly params: Promise<{ org: string }>;
};

const ROWS_SHOWN_MAX = 200;

export default async function RatesPage({ params }: RatesPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/rates`);
  const mayAnswer = roleMay(scope.role, "entries:answer");
  const { needed, numbers, rates, given, edition, printed } = await inOrganization(scope, async (t) => {
    const query = queryOf(t);
    const needed = await numbersWithoutRate(t);
    const numbers = await numbersOn15PercentLines(t);
    const given = await listGivenRates(query, t.orgId);
    const all = [...numbers, ...given].map(({ hts }) => hts);
    return {
      ...{ needed, numbers, given },
      rates: await column1RatesOf(query, t.orgId, all),
      edition: await publishedEdition(query),
      printed: await publishedInOtherUnits(
        query,
        needed.map(({ hts }) => hts),
      ),
    };
  });
  const known = toKnownRateRows({ numbers, rates, given });

  return (
    <>
      <PageHeader
        title="Ordinary rates"
        note="Five agreements carry 15% including the ordinary (column 1) duty, which stays with CBP. Without its rate the refund of such a line is a range from nothing to all of it."
      />
      <Panel
        title="Rates to look up"
        note={
          needed.length === 0
            ? undefined
            : `${countOf(needed.length, "tariff number", "tariff numbers")}${beyond(needed.length)}. Type the general rate of column 1 once; it holds for every line with the number.`
        }
        flush
      >
        <NeededRatesTable
          rows={needed.slice(0, ROWS_SHOWN_MAX).map((number) => toNeededRateRow(number, printed))}
          org={scope.orgSlug}
          action={mayAnswer ? giveRateAction : null}
        />
      </Panel>
      <Panel
        title="Known rates"
        note={
          <>
            A given rate goes before a published one, and that before one learnt from lines.{" "}
            <Quoted text={describeEdition(edition)} />
            {beyond(known.length)}
          </>
        }
        flush
      >
        <KnownRatesTable
          rows={known.slice(0, ROWS_SHOWN_MAX)}
          org={scope.orgSlug}
          actions={mayAnswer ? { give: giveRateAction, withdraw: withdrawRateAction } : null}
        />
      </Panel>
    </>
  );
}

const beyond = (count: number): string =>
  count > ROWS_SHOWN_MAX
    ? `; the first ${formatCount(ROWS_SHOWN_MAX)} of ${formatCount(count)} are shown`
    : "";
