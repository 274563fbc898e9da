import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { InterestArithmetic } from "@/components/refunds/interest-arithmetic";
import { PaidEntriesTable } from "@/components/refunds/paid-entries-table";
import { PassThroughPanel } from "@/components/refunds/pass-through-panel";
import { PaymentSum } from "@/components/refunds/payment-sum";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { sourceFilesOf } from "@/lib/data/source-files";
import { inOrganization } from "@/lib/data/tenant";
import { viewPassThrough } from "@/lib/usecases/pass-through";
import { viewBooks } from "@/lib/usecases/view-books";
import { countOf } from "@/lib/wording/count";
import { PAYMENT_STATUS_WORDS, VARIANCE_WORDS } from "@/lib/wording/refunds";

import { ENTRIES_PER_PAGE, entryPage, readFrom } from "../../row-page";
import { giveWeightsAction } from "../actions";
import { paymentName, variancesOf } from "../payment-rows";
import { toArithmetic } from "./arithmetic-rows";
import { toMissingRows, toPaidEntryRow, toPaymentFacts, toSumLines } from "./paid-entry-rows";
import { toPassThrough } from "../pass-through-rows";

export const metadata: Metadata = { title: "Payment" };

type PaymentPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ from?: string }>;
};

export default async function PaymentPage({ params, searchParams }: PaymentPageProps) {
  const { org, id } = await params;
  const from = readFrom((await searchParams).from);
  const scope = await requireMember(org, `/${org}/refunds/${id}`);
  const base = `/${scope.orgSlug}`;
  const found = await inOrganization(scope, async (t) => {
    const books = await viewBooks(t, today());
    const reconciled = books.reconciliation.payments.find(({ payment }) => payment.id === id);
    if (reconciled === undefined) return null;
    const files = reconciled.payment.sources.map(({ file }) => file).filter((file) => file !== "typed");
    return {
      reconciled,
      sources: await sourceFilesOf(t, [...new Set(files)]),
      passed: await viewPassThrough(t, id, books),
    };
  });
  if (!found) notFound();
  const { reconciled, sources, passed } = found;
  const { payment, entries, missing, variances } = reconciled;
  const rows = [
    ...entries
      .map((entry) => toPaidEntryRow(entry, base))
      .toSorted((a, b) => b.variances.length - a.variances.length),
    ...toMissingRows(missing, base),
  ];
  const arithmetic = toArithmetic(entries);

  return (
    <>
      <PageHeader
        title={paymentName(payment)}
        mono
        crumbs={[{ href: `${base}/refunds`, label: "Refunds" }]}
        badges={
          <>
            <Badge tone={PAYMENT_STATUS_WORDS[payment.status].tone}>
              {PAYMENT_STATUS_WORDS[payment.status].name}
            </Badge>
            {variancesOf(reconciled).map(({ name, tone }) => (
              <Badge key={name} tone={tone}>
                {name}
              </Badge>
            ))}
          </>
        }
      />
      {variances.map(({ kind }) => (
        <Notice key={kind} tone={VARIANCE_WORDS[kind].tone} title={VARIANCE_WORDS[kind].name}>
          <p>{VARIANCE_WORDS[kind].sentence}</p>
        </Notice>
      ))}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title="Payment">
          <DescriptionList items={toPaymentFacts(reconciled, sources)} />
        </Panel>
        <Panel title="Every cent" note="What the entries should have been paid, and what differs." flush>
          <PaymentSum lines={toSumLines(reconciled)} />
        </Panel>
      </div>
      {arithmetic.map((each) => (
        <InterestArithmetic key={each.title} {...each} />
      ))}
      <Panel
        title="Entries"
        note={`${countOf(rows.length, "entry", "entries")}, those with differences first.`}
        flush
      >
        <PaidEntriesTable rows={rows.slice(from, from + ENTRIES_PER_PAGE)} caption="Entries of the payment" />
        <Pager {...entryPage(rows.length, from, `${base}/refunds/${id}`)} />
      </Panel>
      {passed === null ? null : (
        <PassThroughPanel
          {...toPassThrough(passed, id, base)}
          org={scope.orgSlug}
          action={roleMay(scope.role, "claims:write") ? giveWeightsAction : null}
        />
      )}
    </>
  );
}
