import type { Acceptance } from "../entry";
import type { EntryNumber } from "../identifiers";
import { groupBy } from "../intake/group-by";
import type { BookClaim, ClaimBook } from "./claim-book";
import { type ClaimEvent, type ClaimEventKind, compareEvents } from "./claim-event";
import type { RowStep } from "./claimed-entry";

/** The money is on its way, or will not come. Returned money is awaited again. */
const ENDED: readonly (RowStep | null)[] = ["treasury-issued", "funds-diverted", "matched"];

/** "Accepted with errors" of a claim is the acceptance of every row that no later word fails. */
const PROVING: readonly ClaimEventKind[] = [
  ...(["accepted", "accepted-with-errors", "lines-removed"] as const),
  ...(["sent-to-treasury", "treasury-issued", "funds-diverted", "payment-returned", "matched"] as const),
];

/**
 * Every entry that was accepted and whose refund is awaited, with the first event that proves the acceptance, of the
 * entry or of its whole claim. The 45 days to liquidation and the 60 to 90 to the refund run from it (CSMS 68340863).
 * Entries whose refund was issued or diverted are absent; of two claims that wait, the earlier acceptance counts.
 */
export function refundsAwaited({ claims }: ClaimBook): ReadonlyMap<EntryNumber, Acceptance> {
  const awaited = new Map<EntryNumber, Acceptance>();
  for (const claim of claims)
    for (const [number, acceptance] of awaitedIn(claim)) {
      const known = awaited.get(number);
      if (known === undefined || acceptance.on < known.on) awaited.set(number, acceptance);
    }
  return awaited;
}

function* awaitedIn({ state }: BookClaim): Iterable<[EntryNumber, Acceptance]> {
  const proving = state.timeline.filter(({ kind }) => PROVING.includes(kind));
  const byEntry = groupBy(proving, ({ entryNumber }) => entryNumber);
  const [ofClaim] = byEntry.get(null) ?? [];
  for (const { number, outcome, step } of state.rows) {
    if (outcome !== "accepted" || ENDED.includes(step)) continue;
    const first = earlierEvent(byEntry.get(number)?.[0], ofClaim);
    if (first) yield [number, { on: first.day, isLatest: first.dayIsLatest === true }];
  }
}

function earlierEvent(a: ClaimEvent | undefined, b: ClaimEvent | undefined): ClaimEvent | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareEvents(a, b) <= 0 ? a : b;
}

/** Entries whose refund is awaited since another day than before, or only before or after. */
export function movedAcceptances(
  before: ReadonlyMap<EntryNumber, Acceptance>,
  after: ReadonlyMap<EntryNumber, Acceptance>,
): readonly EntryNumber[] {
  const numbers = new Set([...before.keys(), ...after.keys()]);
  return [...numbers].filter((number) => {
    const [a, b] = [before.get(number), after.get(number)];
    return a?.on !== b?.on || a?.isLatest !== b?.isLatest;
  });
}
