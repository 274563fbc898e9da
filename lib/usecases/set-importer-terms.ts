import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type ImporterTerms, type Result } from "@/lib/domain";

import { screenOrganization } from "./screen-organization";

/** The class decides the interest rate and the statement its first day, so every entry is screened again. */
export async function setImporterTerms(
  scope: OrgScope,
  importerNumber: string,
  terms: ImporterTerms,
): Promise<Result<null, { readonly kind: "importer-not-found" }>> {
  const known = await inOrganization(scope, async (t) => {
    if (!(await importersOf(t).find(importerNumber))) return false;
    await importersOf(t).setTerms(importerNumber, terms);
    await recordAudit(t, "importer.terms-set", importerNumber, {
      rateClass: terms.rateClass,
      paysMonthly: terms.paysMonthly ? "yes" : "no",
    });
    return true;
  });
  if (!known) return err({ kind: "importer-not-found" });
  await screenOrganization(scope);
  return ok(null);
}
