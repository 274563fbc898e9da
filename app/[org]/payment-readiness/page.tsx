import type { Metadata } from "next";

import { PaymentPoints } from "@/components/payment/payment-points";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { inOrganization } from "@/lib/data/tenant";

import { attestPaymentAction } from "./actions";
import { readPaymentFacts } from "./payment-facts";
import { assessPayments, toPaymentImporter } from "./payment-rows";

export const metadata: Metadata = { title: "Payment readiness" };

type PaymentReadinessPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function PaymentReadinessPage({ params }: PaymentReadinessPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/payment-readiness`);
  const importers = assessPayments(await inOrganization(scope, readPaymentFacts)).map(toPaymentImporter);
  return (
    <>
      <PageHeader
        title="Payment readiness"
        note="Whether each importer's money will reach it: red first. Nothing here blocks a filing, and no bank number is ever stored."
      />
      {importers.length === 0 ? (
        <Panel>
          <EmptyState title="No importer yet">
            Importers appear with the first import that names them.
          </EmptyState>
        </Panel>
      ) : null}
      {importers.map((importer) => (
        <PaymentPoints
          key={importer.number}
          importer={importer}
          org={scope.orgSlug}
          attest={roleMay(scope.role, "declarations:attest") ? attestPaymentAction : null}
        />
      ))}
    </>
  );
}
