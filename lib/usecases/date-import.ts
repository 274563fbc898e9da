import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { importColumnsOf } from "@/lib/data/import-columns";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Day, type Result } from "@/lib/domain";

export type DateImportProblem = { readonly kind: "not-found" } | { readonly kind: "after-today" };

/** Somebody says on which day a report was made that does not say it itself. */
export function dateImport(
  scope: OrgScope,
  importId: string,
  day: Day,
): Promise<Result<{ readonly day: Day }, DateImportProblem>> {
  return inOrganization(scope, async (t) => {
    if (day > today()) return err({ kind: "after-today" });
    if (!(await importColumnsOf(t).setExportDay(importId, day))) return err({ kind: "not-found" });
    await recordAudit(t, "import.dated", importId, { day });
    return ok({ day });
  });
}
