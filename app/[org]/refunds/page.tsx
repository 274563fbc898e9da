import type { Metadata } from "next";

import { OpenPointsTable } from "@/components/refunds/open-points-table";
import { PaymentsTable } from "@/components/refunds/payments-table";
import { RefundFigures } from "@/components/refunds/refund-figures";
import { RefundsFilterBar } from "@/components/refunds/refunds-filter-bar";
import { TypedPaymentForm } from "@/components/refunds/typed-payment-form";
import { TypedPaymentsTable } from "@/components/refunds/typed-payments-table";
import { LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { typedPaymentsOf } from "@/lib/data/refund-rows";
import { inOrganization } from "@/lib/data/tenant";
import { viewRefunds } from "@/lib/usecases/view-refunds";
import { countOf, formatCount } from "@/lib/wording/count";

import type { SearchParams } from "../../search-params";
import { takeBackPaymentAction, typePaymentAction } from "./actions";
import { toOpenPoints, toPaymentRow } from "./payment-rows";
import { fitting, readRefundsQuery, REFUND_FILTERS, refundsHref, shownBy } from "./refunds-query";
import {
  FILTER_LABELS,
  payeesIn,
  STATUS_OPTIONS,
  toFigures,
  toTypedRow,
  waitingSentence,
} from "./refund-totals";

export const metadata: Metadata = { title: "Refunds" };

type RefundsPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

const POINTS_SHOWN_MAX = 50;
const PAYMENTS_SHOWN_MAX = 500;

export default async function RefundsPage({ params, searchParams }: RefundsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/refunds`);
  const base = `/${scope.orgSlug}`;
  const path = `${base}/refunds`;
  const query = readRefundsQuery(await searchParams);
  const { view, typed } = await inOrganization(scope, async (t) => ({
    view: await viewRefunds(t, today()),
    typed: await typedPaymentsOf(t).list(),
  }));
  const { reconciliation } = view;
  const all = fitting(query, reconciliation.payments);
  const payments = shownBy(query.show, all);
  const points = toOpenPoints(reconciliation, base);
  const mayWrite = roleMay(scope.role, "claims:write");

  return (
    <>
      <PageHeader
        title="Refunds"
        note={`Every payment beside the entries it pays, to the cent. ${waitingSentence(reconciliation)}`}
        actions={
          <LinkButton href={`${path}/month-end`} variant="secondary">
            Month end
          </LinkButton>
        }
      />
      <RefundFigures {...toFigures(reconciliation)} />
      {points.length === 0 ? null : (
        <Panel
          title="To look at"
          note={
            points.length > POINTS_SHOWN_MAX
              ? `${formatCount(points.length)} points; the ${formatCount(POINTS_SHOWN_MAX)} with the most dollars are shown.`
              : `${countOf(points.length, "point", "points")}, most dollars first.`
          }
          flush
        >
          <OpenPointsTable points={points.slice(0, POINTS_SHOWN_MAX)} />
        </Panel>
      )}
      {reconciliation.payments.length === 0 ? (
        <Panel flush>
          <EmptyState
            title="No payment is known yet"
            actions={<LinkButton href={`${base}/imports`}>Import a report</LinkButton>}
          >
            Import ACE reports ES-022 and REV-603, and the statement of your bank as CSV. Entries, payments
            and credits find each other.
          </EmptyState>
        </Panel>
      ) : (
        <>
          <FilterChips
            label="Payments"
            chips={REFUND_FILTERS.map((show) => ({
              href: refundsHref(path, { ...query, show }),
              label: FILTER_LABELS[show],
              count: formatCount(shownBy(show, all).length),
              selected: query.show === show,
            }))}
          />
          <RefundsFilterBar path={path} payees={payeesIn(reconciliation.payments)} values={query} />
          <Panel
            title="Payments"
            note={
              payments.length > PAYMENTS_SHOWN_MAX
                ? `${formatCount(payments.length)} payments; the newest ${formatCount(PAYMENTS_SHOWN_MAX)} are shown. Narrow the filter to see others.`
                : `${countOf(payments.length, "payment", "payments")}, newest first.`
            }
            flush
          >
            <PaymentsTable
              rows={payments.slice(0, PAYMENTS_SHOWN_MAX).map((row) => toPaymentRow(row, base))}
            />
          </Panel>
        </>
      )}
      {mayWrite ? (
        <Panel
          title="Typed payments"
          note="For a payment that no report shows yet. A report that shows it later is the same payment."
        >
          {typed.length === 0 ? null : (
            <TypedPaymentsTable
              rows={typed.map(toTypedRow)}
              org={scope.orgSlug}
              action={takeBackPaymentAction}
            />
          )}
          <Disclosure summary="Type a payment">
            <TypedPaymentForm
              action={typePaymentAction}
              org={scope.orgSlug}
              statuses={STATUS_OPTIONS}
              today={today()}
            />
          </Disclosure>
        </Panel>
      ) : null}
    </>
  );
}
