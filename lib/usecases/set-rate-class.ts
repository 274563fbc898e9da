import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type RateClass, type Result } from "@/lib/domain";

import { screenOrganization } from "./screen-organization";

/** The class decides the interest rate, so every entry is screened again. */
export async function setRateClass(
  scope: OrgScope,
  importerNumber: string,
  rateClass: RateClass,
): Promise<Result<null, { readonly kind: "importer-not-found" }>> {
  const known = await inOrganization(scope, async (t) => {
    if (!(await importersOf(t).find(importerNumber))) return false;
    await importersOf(t).setRateClass(importerNumber, rateClass);
    await recordAudit(t, "importer.rate-class-set", importerNumber, { rateClass });
    return true;
  });
  if (!known) return err({ kind: "importer-not-found" });
  await screenOrganization(scope);
  return ok(null);
}
