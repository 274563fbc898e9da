import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { claimsOf, type NewClaimEvent, type StoredClaim } from "@/lib/data/claims";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { declarationsOf } from "@/lib/data/declarations";
import { queueScreeningAfresh } from "@/lib/data/job-queue";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, foldClaim, ok, type ClaimState, type EntryNumber, type Result } from "@/lib/domain";

import { rescreenEntries } from "./rescreen-entries";
import { lawOfToday } from "./screen-organization";

export type ClaimEventProblem = {
  readonly kind: "claim-not-found" | "entry-not-on-claim" | "day-in-the-future";
};

/**
 * Appends to the timeline; nothing of it is ever changed. Rows that CBP dropped are free for another declaration, and
 * what was accepted is screened as claimed.
 */
export async function addClaimEvent(
  scope: OrgScope,
  claimId: string,
  event: NewClaimEvent,
): Promise<Result<null, ClaimEventProblem>> {
  if (event.day > today()) return err({ kind: "day-in-the-future" });
  const added = await inOrganization(scope, (t) => append(t, claimId, event));
  if (!added.ok) return added;
  try {
    await rescreenEntries(scope, added.value, today());
  } catch (error) {
    // The event is stored; told of a fault, somebody would enter it twice. The lanes follow with the job.
    console.error(`The entries of claim ${claimId} could not be screened at once:`, error);
    await inOrganization(scope, (t) => queueScreeningAfresh(t, lawOfToday()));
  }
  return ok(null);
}

async function append(
  t: Tenant,
  claimId: string,
  event: NewClaimEvent,
): Promise<Result<readonly EntryNumber[], ClaimEventProblem>> {
  const claim = await claimsOf(t).find(claimId);
  if (!claim) return err({ kind: "claim-not-found" });
  const declared = await declarationsOf(t).entryNumbers(claim.declarationId);
  if (event.entryNumber !== undefined && !declared.includes(event.entryNumber))
    return err({ kind: "entry-not-on-claim" });
  await claimsOf(t).append(claimId, [event]);
  await releaseFailed(t, claim, foldClaim(await claimsOf(t).events(claimId), declared));
  await recordAudit(t, "claim.event-added", claimId, { kind: event.kind, day: event.day });
  return ok(declared);
}

async function releaseFailed(t: Tenant, { declarationId }: StoredClaim, { rows }: ClaimState): Promise<void> {
  const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ number }) => number);
  if (failed.length > 0) await declarationStepsOf(t).release(declarationId, failed);
}
