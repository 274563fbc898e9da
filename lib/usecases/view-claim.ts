import "server-only";

import { claimsOf, type StoredClaim, type StoredClaimEvent } from "@/lib/data/claims";
import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import type { Tenant } from "@/lib/data/tenant";
import { foldClaim, type ClaimState } from "@/lib/domain";

export type ClaimView = {
  readonly claim: StoredClaim;
  readonly declaration: StoredDeclaration;
  readonly state: ClaimState<StoredClaimEvent>;
};

/** A claim folded from its events. Null when the organization has none of that id. */
export async function viewClaim(t: Tenant, id: string): Promise<ClaimView | null> {
  const claim = await claimsOf(t).find(id);
  return claim && view(t, claim);
}

/** Every claim, newest first. */
export async function viewClaims(t: Tenant, limit: number): Promise<readonly ClaimView[]> {
  const views: ClaimView[] = [];
  for (const claim of await claimsOf(t).list(limit)) views.push(await view(t, claim));
  return views;
}

async function view(t: Tenant, claim: StoredClaim): Promise<ClaimView> {
  const declaration = await declarationsOf(t).find(claim.declarationId);
  if (!declaration) throw new Error(`Claim ${claim.id} has no declaration`);
  const declared = await declarationsOf(t).entryNumbers(claim.declarationId);
  return { claim, declaration, state: foldClaim(await claimsOf(t).events(claim.id), declared) };
}
