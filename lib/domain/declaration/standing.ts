import type { ClaimSighting } from "../entry";
import { CAPE_LANES, type Lane } from "../eligibility/verdict";

/**
 * What the books say of an entry number in a file that is about to be uploaded. The first that holds counts: CBP
 * accepts an entry once, whatever its lane (CSMS 68340863).
 */
export const STANDINGS = [
  "claimed",
  "declared",
  "awaiting-answer",
  "not-in-books",
  "needs-data",
  "rejected-lane",
  "goes-in",
] as const;
export type Standing = (typeof STANDINGS)[number];

export type HeldInBooks = {
  /** Null: no import shows the entry. */
  readonly lane: Lane | null;
  /** It stands on a declaration that is neither withdrawn nor released. */
  readonly onLiveDeclaration: boolean;
  /** What claims, ours or imported, say of it. */
  readonly claims: readonly Pick<ClaimSighting, "outcome">[];
};

/** Where one number stands; `goes-in` means only that nothing in the books keeps CAPE from taking it. */
export function standingOf({ lane, onLiveDeclaration, claims }: HeldInBooks): Standing {
  if (lane === "already-claimed" || claims.some(({ outcome }) => outcome === "accepted")) return "claimed";
  if (onLiveDeclaration) return "declared";
  if (claims.some(({ outcome }) => outcome === "filed")) return "awaiting-answer";
  if (lane === null) return "not-in-books";
  if (lane === "needs-data") return "needs-data";
  return CAPE_LANES.some((cape) => cape === lane) ? "goes-in" : "rejected-lane";
}
