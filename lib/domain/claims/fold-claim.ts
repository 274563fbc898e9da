import type { Day } from "../day";
import type { ClaimSighting } from "../entry";
import type { EntryNumber } from "../identifiers";
import { type ClaimEvent, type ClaimEventKind, toTimeline } from "./claim-event";
import { type ClaimFlag, flagsOf } from "./claim-flags";
import {
  type ClaimCourse,
  type ClaimedEntry,
  foldCourse,
  foldRow,
  type RowOutcome,
  type RowStep,
} from "./claimed-entry";

/** Where a claim stands; `refiled` and `given-up` settle rows and are no status. */
export type ClaimStatus = Exclude<ClaimEventKind, "refiled" | "given-up">;

/** The same in everyday words. Approved in part is no success while rows are open. */
export type PlainStatus =
  "not-filed" | "received" | "under-review" | "approved" | "approved-in-part" | "denied";

export const PLAIN_STATUS = {
  drafted: "not-filed",
  downloaded: "not-filed",
  filed: "received",
  "under-review": "under-review",
  accepted: "approved",
  "accepted-with-errors": "approved-in-part",
  rejected: "denied",
  "lines-removed": "approved",
  liquidated: "approved",
  reliquidated: "approved",
  "sent-to-treasury": "approved",
  "treasury-issued": "approved",
  "funds-diverted": "approved",
  "payment-returned": "approved",
  matched: "approved",
} as const satisfies Record<ClaimStatus, PlainStatus>;

export type ClaimState<E extends ClaimEvent = ClaimEvent> = {
  readonly status: ClaimStatus;
  readonly plain: PlainStatus;
  /** Some row, or a claim without known rows, still needs an answer, a refund or a decision. */
  readonly open: boolean;
  readonly filedOn: Day | null;
  /** First day any of it was accepted: the 45 days to liquidation and the 60 to 90 to the refund run from here. */
  readonly acceptedOn: Day | null;
  /** Only a file shows the acceptance: it was no later than `acceptedOn`. */
  readonly acceptedOnIsLatest: boolean;
  /** Every entry declared or named by an event, by number. */
  readonly rows: readonly ClaimedEntry[];
  /** Each event once, in order. */
  readonly timeline: readonly E[];
  /** Sequences that cannot be right; the events behind them are kept and counted. */
  readonly flags: readonly ClaimFlag[];
};

/**
 * The state of a claim from all that is known of it: the same for every order of arrival and any repetition.
 * @param declared - the entries of its declaration; may be empty where only CBP's files name them
 */
export function foldClaim<E extends ClaimEvent>(
  events: readonly E[],
  declared: readonly EntryNumber[] = [],
): ClaimState<E> {
  const timeline = toTimeline(events);
  const ofClaim = timeline.events.filter(({ entryNumber }) => entryNumber === null);
  const own = groupByEntry(timeline.events);
  const rows = [...new Set([...declared, ...own.keys()])]
    .sort()
    .map((number) => foldRow(number, own.get(number) ?? [], ofClaim));
  const courses = rows.length > 0 ? rows : [foldCourse([], ofClaim)];
  const status = statusOf(courses, timeline.events);
  const accepted = firstOf(timeline.events, ["accepted", "accepted-with-errors", "lines-removed"]);
  return {
    status,
    plain: PLAIN_STATUS[status],
    open: courses.some(({ settled }) => !settled),
    filedOn: firstOf(timeline.events, ["filed"])?.day ?? null,
    acceptedOn: accepted?.day ?? null,
    acceptedOnIsLatest: accepted?.dayIsLatest === true,
    rows,
    timeline: timeline.events,
    flags: flagsOf(timeline, new Set(declared), own, rows),
  };
}

function groupByEntry<E extends ClaimEvent>(events: readonly E[]): ReadonlyMap<EntryNumber, readonly E[]> {
  const groups = new Map<EntryNumber, E[]>();
  for (const event of events) {
    if (event.entryNumber === null) continue;
    const group = groups.get(event.entryNumber);
    if (group) group.push(event);
    else groups.set(event.entryNumber, [event]);
  }
  return groups;
}

const firstOf = (events: readonly ClaimEvent[], kinds: readonly ClaimEventKind[]): ClaimEvent | undefined =>
  events.find(({ kind }) => kinds.includes(kind));

/** Steps of accepted rows, the slowest first: a claim is as far as its slowest accepted row. */
const STEPS_IN_ORDER = [
  null,
  "lines-removed",
  "liquidated",
  "reliquidated",
  "sent-to-treasury",
  "payment-returned",
  "treasury-issued",
  "funds-diverted",
  "matched",
] as const satisfies readonly (RowStep | null)[];

const slowestStep = (accepted: readonly ClaimCourse[]): RowStep | null =>
  STEPS_IN_ORDER.find((step) => accepted.some((course) => course.step === step)) ?? null;

function statusOf(courses: readonly ClaimCourse[], events: readonly ClaimEvent[]): ClaimStatus {
  const happened = (kind: ClaimEventKind) => events.some((event) => event.kind === kind);
  const withOutcome = (wanted: RowOutcome) => courses.filter(({ outcome }) => outcome === wanted);
  const accepted = withOutcome("accepted");
  const failed = withOutcome("failed");
  if (happened("accepted-with-errors") || (accepted.length > 0 && failed.length > 0)) {
    const isOpen = courses.some(({ outcome, settled }) => outcome !== "accepted" && !settled);
    return (isOpen ? null : slowestStep(accepted)) ?? "accepted-with-errors";
  }
  if (failed.length === courses.length) return "rejected";
  if (accepted.length === courses.length) return slowestStep(accepted) ?? "accepted";
  // CBP has answered some rows, so it is looking at the others.
  if (accepted.length + failed.length > 0) return "under-review";
  return (["under-review", "filed", "downloaded"] as const).find(happened) ?? "drafted";
}

/** What a claim says of each of its entries, for screening; nothing for rows that were never filed. */
export function sightingsOf(
  { rows, filedOn }: ClaimState,
  claimNumber: string | null,
): ReadonlyMap<EntryNumber, ClaimSighting> {
  const sightings = new Map<EntryNumber, ClaimSighting>();
  for (const { number, outcome, message } of rows) {
    if (outcome !== "unanswered") sightings.set(number, { outcome, claimNumber, message });
    else if (filedOn !== null) sightings.set(number, { outcome: "filed", claimNumber, message });
  }
  return sightings;
}

/** Failed rows that may go into a new declaration once their remedy is done; accepted rows never go twice. */
export const refilableRows = ({ rows }: ClaimState): readonly ClaimedEntry[] =>
  rows.filter(({ outcome, settled }) => outcome === "failed" && !settled);
