import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { byText } from "../text-order";

/**
 * What can happen to a claim, in the order of the procedure. `rejected` of a whole claim is a refused declaration, of
 * one entry a failed row. `refiled` and `given-up` settle a failed row: it stands on a later declaration, or nobody
 * will pursue it.
 */
export const CLAIM_EVENT_KINDS = [
  "drafted",
  "downloaded",
  "filed",
  "under-review",
  "accepted",
  "accepted-with-errors",
  "rejected",
  "lines-removed",
  "liquidated",
  "reliquidated",
  "sent-to-treasury",
  "treasury-issued",
  "funds-diverted",
  "payment-returned",
  "matched",
  "refiled",
  "given-up",
] as const;
export type ClaimEventKind = (typeof CLAIM_EVENT_KINDS)[number];

/** One thing that happened, as a file or a person told it. Appended, never changed; it may arrive late. */
export type ClaimEvent = {
  readonly id: string;
  readonly kind: ClaimEventKind;
  /** The day it happened; with `dayIsLatest`, the last day on which it can have happened. */
  readonly day: Day;
  /** A file shows that it happened, not when: it was no later than the day of the file. */
  readonly dayIsLatest?: true;
  /** When we learnt of it, ISO 8601: only breaks ties. */
  readonly recordedAt: string;
  /** Null: the whole claim. */
  readonly entryNumber: EntryNumber | null;
  /** CBP's words, verbatim. */
  readonly message: string | null;
};

/** Steps that must not come before one another; kinds of one stage exclude or repeat each other. */
export const STAGE_OF_KIND = {
  drafted: 0,
  downloaded: 1,
  filed: 2,
  "under-review": 3,
  accepted: 4,
  "accepted-with-errors": 4,
  rejected: 4,
  "lines-removed": 5,
  liquidated: 6,
  reliquidated: 6,
  "sent-to-treasury": 7,
  "treasury-issued": 8,
  "funds-diverted": 8,
  "payment-returned": 8,
  matched: 9,
  refiled: 10,
  "given-up": 10,
} as const satisfies Record<ClaimEventKind, number>;

const RANK = new Map(CLAIM_EVENT_KINDS.map((kind, index) => [kind, index]));
const rankOf = (kind: ClaimEventKind): number => RANK.get(kind) ?? 0;

/** The order of a timeline: by day, by step of the procedure, then by when we learnt of it. Total, so never by luck. */
export const compareEvents = (a: ClaimEvent, b: ClaimEvent): number =>
  byText(a.day, b.day) ||
  rankOf(a.kind) - rankOf(b.kind) ||
  byText(a.recordedAt, b.recordedAt) ||
  byText(a.id, b.id);

const contentOf = (event: ClaimEvent): string =>
  JSON.stringify([event.day, event.kind, event.recordedAt, event.entryNumber, event.message]);

export type Timeline<E extends ClaimEvent> = {
  readonly events: readonly E[];
  /** Ids that arrived with different contents: one of them was kept, the first by its text. */
  readonly torn: ReadonlySet<string>;
};

/** Each event once, in order, whatever the order and number of arrivals. */
export function toTimeline<E extends ClaimEvent>(arrived: readonly E[]): Timeline<E> {
  const kept = new Map<string, E>();
  const torn = new Set<string>();
  for (const event of arrived) {
    const known = kept.get(event.id);
    const order = known === undefined ? -1 : byText(contentOf(event), contentOf(known));
    if (known !== undefined && order !== 0) torn.add(event.id);
    if (order < 0) kept.set(event.id, event);
  }
  return { events: [...kept.values()].sort(compareEvents), torn };
}
