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
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { sourceFilesOf } from "@/lib/data/source-files";
import { inOrganization } from "@/lib/data/tenant";
import { viewPassThrough } from "@/lib/usecases/pass-through";
import { viewBooks } from "@/lib/usecases/view-books";
import { countOf, formatCount } from "@/lib/wording/count";
import { PAYMENT_STATUS_WORDS, VARIANCE_WORDS } from "@/lib/wording/refunds";

import { giveWeightsAction } from "../actions";
import { paymentName, variancesOf } from "../payment-rows";
import { toArithmetic } from "./arithmetic-rows";
import { toMissingRows, toPaidEntryRow, toPaymentFacts, toSumLines } from "./paid-entry-rows";
import { toPassThrough } from "../pass-through-rows";

export const metadata: Metadata = { title: "Payment" };

type PaymentPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
};

const ENTRIES_SHOWN_MAX = 1_000;

export default async function PaymentPage({ params }: PaymentPageProps) {
  const { org, id } = await params;
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
      <Panel
        title="Entries"
        note={
          rows.length > ENTRIES_SHOWN_MAX
            ? `${formatCount(rows.length)} entries; ${formatCount(ENTRIES_SHOWN_MAX)} are shown, those with differences first.`
            : `${countOf(rows.length, "entry", "entries")}, those with differences first.`
        }
        flush
      >
        <PaidEntriesTable rows={rows.slice(0, ENTRIES_SHOWN_MAX)} caption="Entries of the payment" />
      </Panel>
      {arithmetic.map((each) => (
        <InterestArithmetic key={each.title} {...each} />
      ))}
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
