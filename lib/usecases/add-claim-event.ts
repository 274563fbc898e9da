import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { holdBooks } from "@/lib/data/bulk-tenant";
import { claimsOf, type NewClaimEvent } from "@/lib/data/claims";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { queueScreeningAfresh } from "@/lib/data/job-queue";
import { inOrganization, queryOf, type Tenant } from "@/lib/data/tenant";
import { err, ok, type EntryNumber, type Result } from "@/lib/domain";

import { claimBook } from "./claim-book";
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
  // Nobody makes the file of a draft while an entry of it is noted as accepted.
  await holdBooks(queryOf(t), t.orgId);
  const before = await claimOfBook(t, claimId);
  const claim = await claimsOf(t).find(claimId);
  if (before === undefined || claim === null) return err({ kind: "claim-not-found" });
  const { entries } = before;
  if (event.entryNumber !== undefined && !entries.includes(event.entryNumber))
    return err({ kind: "entry-not-on-claim" });
  await claimsOf(t).append(claimId, [event]);
  const rows = (await claimOfBook(t, claimId))?.state.rows ?? [];
  const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ number }) => number);
  if (failed.length > 0) await declarationStepsOf(t).release(claim.declarationId, failed);
  await recordAudit(t, "claim.event-added", claimId, { kind: event.kind, day: event.day });
  return ok(entries);
}

const claimOfBook = async (t: Tenant, id: string) =>
  (await claimBook(t)).claims.find((claim) => claim.id === id);
