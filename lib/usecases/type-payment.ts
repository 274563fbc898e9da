import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { typedPaymentsOf, type NewPayment } from "@/lib/data/refund-rows";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, usdText, type Result } from "@/lib/domain";

/** Keeps a payment that no report shows yet; a report that shows it later is the same payment. */
export function typePayment(
  scope: OrgScope,
  payment: NewPayment,
): Promise<Result<null, { readonly kind: "day-in-the-future" }>> {
  return inOrganization(scope, async (t) => {
    if (payment.day > today()) return err({ kind: "day-in-the-future" });
    const id = await typedPaymentsOf(t).add(payment);
    await recordAudit(t, "payment.typed", id, { total: usdText(payment.total), day: payment.day });
    return ok(null);
  });
}

/** Takes a typed payment back; it stays as a record. */
export function takeBackPayment(
  scope: OrgScope,
  id: string,
): Promise<Result<null, { readonly kind: "payment-not-found" }>> {
  return inOrganization(scope, async (t) => {
    if (!(await typedPaymentsOf(t).takeBack(id, now()))) return err({ kind: "payment-not-found" });
    await recordAudit(t, "payment.taken-back", id);
    return ok(null);
  });
}
