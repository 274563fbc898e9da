import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { importDecisionsOf } from "@/lib/data/import-decisions";
import { importStepsOf } from "@/lib/data/import-steps";
import { importsOf, type ImportState } from "@/lib/data/imports";
import { stopWork } from "@/lib/data/job-queue";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import { queueReading } from "./queue-reading";

const STOPPABLE: ReadonlySet<ImportState> = new Set(["stored", "reading", "adding"]);
const READABLE_AGAIN: ReadonlySet<ImportState> = new Set(["cancelled", "refused", "undone"]);

export type CancelProblem = { readonly kind: "no-such-import" | "import-is-over" };

/**
 * Stops the reading of an import, of which nothing is stored then; what was uploaded stays. Where the worker is already
 * writing, it is told, and the import is cancelled when it has let go, or stays if it came to its end first.
 */
export const cancelImport = (scope: OrgScope, importId: string): Stepping =>
  step(scope, importId, STOPPABLE, async (t) => {
    await stopWork(t, "read-import", importId, { kind: "cancelled" });
    const steps = importStepsOf(t);
    if (
      (await steps.holdIfFree(importId)) &&
      !(await importDecisionsOf(t).showAgain(importId)) &&
      (await steps.cancel(importId))
    )
      await recordAudit(t, "import.cancelled", importId);
  });

/** Reads a file again that was cancelled, refused, given up or taken out of the books before. */
export const readAgain = (scope: OrgScope, importId: string): Stepping =>
  step(scope, importId, READABLE_AGAIN, async (t) => {
    if (await queueReading(t, importId)) await recordAudit(t, "import.read-again", importId);
  });

type Stepping = Promise<Result<{ readonly importId: string }, CancelProblem>>;

/** Takes a step that an import can take from some of its states only. */
const step = (
  scope: OrgScope,
  importId: string,
  from: ReadonlySet<ImportState>,
  take: (t: Tenant) => Promise<void>,
): Stepping =>
  inOrganization(scope, async (t) => {
    const found = await importsOf(t).find(importId);
    if (!found) return err({ kind: "no-such-import" });
    if (!from.has(found.state)) return err({ kind: "import-is-over" });
    await take(t);
    return ok({ importId });
  });
