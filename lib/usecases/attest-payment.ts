import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importersOf } from "@/lib/data/importers";
import { paymentAttestationsOf, type NewPaymentAttestation } from "@/lib/data/payment-attestations";
import { inOrganization } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import { bankNumberIn, err, ok, type Result } from "@/lib/domain";

export type AttestPaymentProblem =
  | { readonly kind: "importer-not-found" }
  /** The note holds digits that could be a bank number: those are never kept. */
  | { readonly kind: "bank-number" };

/** Somebody says by name how an importer's refunds are paid. Earlier words stay. */
export async function attestPayment(
  scope: OrgScope,
  said: NewPaymentAttestation,
): Promise<Result<null, AttestPaymentProblem>> {
  if (bankNumberIn(said.note) !== null) return err({ kind: "bank-number" });
  return inOrganization(scope, async (t) => {
    if (!(await importersOf(t).find(said.importerNumber))) return err({ kind: "importer-not-found" });
    await paymentAttestationsOf(t).add(said, await userName(t));
    const { importerNumber, point, holds } = said;
    await recordAudit(t, "payment.attested", importerNumber, { point, holds: holds ? "yes" : "no" });
    return ok(null);
  });
}
