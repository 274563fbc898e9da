import type { Metadata } from "next";

import { InterestComparison } from "@/components/entries/interest-comparison";
import { InterestWorksheet } from "@/components/entries/interest-worksheet";
import { PublicFrame } from "@/components/frame/public-frame";
import { CalculationForm } from "@/components/tools/calculation-form";
import { GrowthChart } from "@/components/tools/growth-chart";
import { ManyDepositsTable } from "@/components/tools/many-deposits";
import { RatesTable } from "@/components/tools/rates-table";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { today } from "@/lib/clock";
import { LAST_PUBLISHED_RATE_DAY, type Day } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { CONVENTION_WORDS, RATE_CLASS_NAMES } from "@/lib/wording/interest";
import { formatUsd } from "@/lib/wording/money";

import {
  calculationHref,
  readCalculationQuery,
  readDeposit,
  readPastedRows,
  type CalculationProblems,
  type CalculationQuery,
  type Deposit,
} from "./calculation";
import { INTEREST_PATH, toCalculation, toManyDeposits, toRateRows } from "./calculation-rows";
import type { SearchParams } from "../../../search-params";

export const metadata: Metadata = {
  title: "Interest on IEEPA refunds",
  description:
    "Statutory interest on a customs refund, compounded daily at the published overpayment rates, with a worksheet by quarter that can be checked by hand.",
  alternates: { canonical: INTEREST_PATH },
};

type InterestPageProps = { readonly searchParams: Promise<SearchParams> };

const CLASSES = Object.entries(RATE_CLASS_NAMES).map(([value, label]) => ({ value, label }));

const CONVENTIONS = Object.entries(CONVENTION_WORDS).map(([value, { name }]) => ({ value, label: name }));

export default async function InterestPage({ searchParams }: InterestPageProps) {
  const query = readCalculationQuery(await searchParams);
  const on = today();
  const asked = query.amount !== "" || query.deposit !== "";
  const reading = asked ? readDeposit(query, on) : null;
  const problems: CalculationProblems = reading?.kind === "problems" ? reading.problems : {};
  return (
    <PublicFrame>
      <div className="space-y-8">
        <header className="max-w-2xl space-y-3">
          <h1 className="text-3xl font-semibold tracking-tight">Interest on IEEPA refunds</h1>
          <p className="text-lg text-muted text-pretty">
            19 U.S.C. 1505(b) and (c): from the day after the deposit through the day of liquidation or
            reliquidation, at the published rate of each quarter, compounded daily. Nothing you enter is
            stored; the address carries it.
          </p>
        </header>
        <CalculationForm
          path={INTEREST_PATH}
          values={query}
          problems={problems}
          classes={CLASSES}
          conventions={CONVENTIONS}
          publishedThrough={LAST_PUBLISHED_RATE_DAY}
        />
        {reading?.kind === "read" ? <Calculation deposit={reading.deposit} query={query} /> : null}
        {query.rows === "" ? null : <PastedRows query={query} on={on} />}
        <Panel title="Overpayment rates" note={`Published through ${LAST_PUBLISHED_RATE_DAY}.`} flush>
          <RatesTable rows={toRateRows(on)} />
        </Panel>
      </div>
    </PublicFrame>
  );
}

function Calculation({ deposit, query }: { readonly deposit: Deposit; readonly query: CalculationQuery }) {
  const { interest, ours, growth, worksheet, comparison } = toCalculation(deposit, query);
  const download = (form: "csv" | "pdf") =>
    calculationHref(`${INTEREST_PATH}/worksheet`, query).concat(`&form=${form}`);
  return (
    <>
      {query.convention === "default" ? (
        <Stat label="Interest, estimate" figure={formatUsd(interest)} unit="USD" />
      ) : (
        <Notice
          tone="caution"
          title={`A comparison, not our figure: ${CONVENTION_WORDS[query.convention].name}`}
        >
          <p>
            It gives {formatUsd(interest)}; ours is {formatUsd(ours)}.{" "}
            <TextLink href={calculationHref(INTEREST_PATH, query, { convention: "default" })}>
              Back to ours
            </TextLink>
          </p>
        </Notice>
      )}
      <Panel
        title="Growth"
        note="Interest so far at the end of each quarter, USD. The worksheet below has the figures."
      >
        <GrowthChart points={growth} />
      </Panel>
      <Panel
        title="Worksheet by quarter"
        flush
        actions={
          <>
            <LinkButton href={download("csv")} download variant="secondary" size="sm">
              CSV
            </LinkButton>
            <LinkButton href={download("pdf")} download variant="secondary" size="sm">
              PDF
            </LinkButton>
          </>
        }
      >
        <InterestWorksheet {...worksheet} />
        <div className="border-t border-line px-4 py-3">
          <InterestComparison {...comparison} open />
        </div>
      </Panel>
    </>
  );
}

function PastedRows({ query, on }: { readonly query: CalculationQuery; readonly on: Day }) {
  return (
    <div className="space-y-4">
      {query.rowsLeftOut === 0 ? null : (
        <Notice
          tone="blocked"
          title={`${countOf(query.rowsLeftOut, "row was", "rows were")} not taken: an address cannot carry so many`}
        >
          <p>They are not in the table and not in the total. Paste them by themselves.</p>
        </Notice>
      )}
      <Panel
        title="Pasted rows"
        note={
          query.convention === "default"
            ? "Each row for itself, rounded to the cent, then added."
            : `A comparison, not our figure: ${CONVENTION_WORDS[query.convention].name}.`
        }
        actions={
          <LinkButton
            href={calculationHref(`${INTEREST_PATH}/rows`, query)}
            download
            variant="secondary"
            size="sm"
          >
            CSV of the rows
          </LinkButton>
        }
        flush
      >
        <ManyDepositsTable {...toManyDeposits(readPastedRows(query, on), query)} />
      </Panel>
    </div>
  );
}
