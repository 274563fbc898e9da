import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf, type ImportState } from "@/lib/data/imports";
import { stopReading } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import { queueReading } from "./queue-reading";

const STOPPABLE: ReadonlySet<ImportState> = new Set(["stored", "reading", "adding"]);
const READABLE_AGAIN: ReadonlySet<ImportState> = new Set(["cancelled", "refused", "undone"]);

export type CancelProblem = { readonly kind: "no-such-import" | "import-is-over" };

/**
 * Stops the reading of an import, of which nothing is stored then; what was uploaded stays. Where the worker is already
 * writing, it is told, and the import is cancelled when it has let go, or stays if it came to its end first.
 */
export async function cancelImport(
  scope: OrgScope,
  importId: string,
): Promise<Result<{ readonly importId: string }, CancelProblem>> {
  return inOrganization(scope, async (t) => {
    const found = await importsOf(t).find(importId);
    if (!found) return err({ kind: "no-such-import" });
    if (!STOPPABLE.has(found.state)) return err({ kind: "import-is-over" });
    await stopReading(t, importId, { kind: "cancelled" });
    const steps = importStepsOf(t);
    if (
      (await steps.holdIfFree(importId)) &&
      !(await importDecisionsOf(t).showAgain(importId)) &&
      (await steps.cancel(importId))
    )
      await recordAudit(t, "import.cancelled", importId);
    return ok({ importId });
  });
}

/** Reads a file again that was cancelled, refused, given up or taken out of the books before. */
export async function readAgain(
  scope: OrgScope,
  importId: string,
): Promise<Result<{ readonly importId: string }, CancelProblem>> {
  return inOrganization(scope, async (t) => {
    const found = await importsOf(t).find(importId);
    if (!found) return err({ kind: "no-such-import" });
    if (!READABLE_AGAIN.has(found.state)) return err({ kind: "import-is-over" });
    if (await queueReading(t, importId)) await recordAudit(t, "import.read-again", importId);
    return ok({ importId });
  });
}
