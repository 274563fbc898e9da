import type { Day } from "../day";
import { type ClaimEvent, type ClaimEventKind, compareEvents } from "./claim-event";
import { foldCourse, type RowStep } from "./claimed-entry";

type Events = readonly ClaimEvent[];

/** The money is on its way, or will not come. Returned money is awaited again. */
const ENDED: readonly (RowStep | null)[] = ["treasury-issued", "funds-diverted", "matched"];

/**
 * The day CBP accepted an entry, while its refund is awaited: the first event that proves the acceptance, of the entry
 * or of its whole claim. The 45 days to liquidation and the 60 to 90 to the refund run from it (CSMS 68340863). Null
 * while it is not accepted, and once the refund was issued or diverted.
 * @param own - events that name the entry
 * @param ofClaim - events of the whole claim
 */
export function awaitingRefundSince(own: Events, ofClaim: Events): Day | null {
  const { outcome, step } = foldCourse(own, ofClaim);
  if (outcome !== "accepted" || ENDED.includes(step)) return null;
  const proving = [...own, ...ofClaim].sort(compareEvents).find(({ kind }) => PROVING.includes(kind));
  return proving?.day ?? null;
}

/** "Accepted with errors" of a claim is the acceptance of every row that no later word fails. */
const PROVING: readonly ClaimEventKind[] = [
  ...(["accepted", "accepted-with-errors", "lines-removed"] as const),
  ...(["sent-to-treasury", "treasury-issued", "funds-diverted", "payment-returned", "matched"] as const),
];
