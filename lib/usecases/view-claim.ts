import "server-only";

import { claimsOf, type StoredClaim } from "@/lib/data/claims";
import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import { refundableOf, type RefundableOfEntries } from "@/lib/data/refundable-of-entries";
import type { Tenant } from "@/lib/data/tenant";
import type { BookClaim } from "@/lib/domain";

import { claimBook } from "./claim-book";

/** A claim with its state; `own` is null for one that somebody else filed, which only files of CBP tell. */
export type ClaimView = BookClaim & {
  readonly own: { readonly claim: StoredClaim; readonly declaration: StoredDeclaration } | null;
  /** What its entries come to, as they are screened now. */
  readonly now: RefundableOfEntries;
};

/** Every claim: ours, the newest first, then those filed elsewhere by their number. */
export async function viewClaims(t: Tenant): Promise<readonly ClaimView[]> {
  const { claims } = await claimBook(t);
  return Promise.all(claims.map((claim) => viewOf(t, claim)));
}

/** One of ours. Null when the organization has none of that id. */
export async function viewClaim(t: Tenant, id: string): Promise<ClaimView | null> {
  const { claims } = await claimBook(t);
  const found = claims.find((claim) => claim.id === id);
  return found ? viewOf(t, found) : null;
}

/** One that somebody else filed, by CBP's number as an address writes it. */
export async function viewClaimElsewhere(t: Tenant, inAddress: string): Promise<ClaimView | null> {
  const { claims } = await claimBook(t);
  const found = claims.find(
    ({ id, claimNumber }) => id === null && encodeURIComponent(claimNumber ?? "") === inAddress,
  );
  return found ? viewOf(t, found) : null;
}

async function viewOf(t: Tenant, book: BookClaim): Promise<ClaimView> {
  const now = await refundableOf(t, book.entries);
  if (book.id === null) return { ...book, own: null, now };
  const claim = await claimsOf(t).find(book.id);
  const declaration = claim && (await declarationsOf(t).find(claim.declarationId));
  if (!declaration) throw new Error(`Claim ${book.id} has no declaration`);
  return { ...book, own: { claim, declaration }, now };
}
