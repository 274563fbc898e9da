import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { importsOf } from "@/lib/data/imports";
import { queueJob, stopWork } from "@/lib/data/job-queue";
import {
  askForRepair,
  endRepairRequest,
  isAskedFor,
  openRepairRequest,
  type RepairWish,
} from "@/lib/data/repair-requests";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result } from "@/lib/domain";

import { isRepairable } from "./survey-repairs";
import type { RepairOutcome } from "./work-out-repairs";

export type AskProblem =
  /** No such import, or one whose rows are not known. */
  | { readonly kind: "not-repairable" }
  /** Another choice for the same file is being worked out, which changes what there is to choose from. */
  | { readonly kind: "repairs-under-way" };

/** Has repairs worked out in the background. The same wish twice, as by a double click, is done once. */
export function askForRepairs(
  scope: OrgScope,
  importId: string,
  wish: RepairWish,
): Promise<Result<null, AskProblem>> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored || !isRepairable(stored)) return err({ kind: "not-repairable" });
    const requestId = await askForRepair(t, importId, wish, now());
    if (requestId === null)
      return (await isAskedFor(t, importId, wish)) ? ok(null) : err({ kind: "repairs-under-way" });
    await queueJob(t, "repair-import", { orgId: t.orgId, userId: t.userId, importId, requestId });
    return ok(null);
  });
}

/** Leaves repairs that wait or are under way; nothing of them is stored then, unless they came to their end first. */
export function cancelRepairs(
  scope: OrgScope,
  importId: string,
): Promise<Result<null, { readonly kind: "repairs-over" }>> {
  return inOrganization(scope, async (t) => {
    const open = await openRepairRequest(t, importId);
    if (open === null) return err({ kind: "repairs-over" });
    await stopWork(t, "repair-import", importId, { kind: "cancelled" });
    const outcome: RepairOutcome = { kind: "stopped", stop: { kind: "cancelled" } };
    return (await endRepairRequest(t, open.id, outcome, now())) ? ok(null) : err({ kind: "repairs-over" });
  });
}
