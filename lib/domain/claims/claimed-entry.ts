import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { type CapeMessage, matchCapeMessage } from "../law/cape-messages";
import { type ClaimEvent, type ClaimEventKind, compareEvents } from "./claim-event";

export type RowOutcome = "unanswered" | "accepted" | "failed";

/** The last step of an accepted row; null while only the acceptance is known. */
export type RowStep = Extract<
  ClaimEventKind,
  | "lines-removed"
  | "liquidated"
  | "reliquidated"
  | "sent-to-treasury"
  | "treasury-issued"
  | "funds-diverted"
  | "payment-returned"
  | "matched"
>;

/** What became of one entry of a claim, or of a claim of which no entry is known. */
export type ClaimCourse = {
  readonly outcome: RowOutcome;
  readonly step: RowStep | null;
  readonly liquidatedOn: Day | null;
  /** CBP's words, verbatim, on the last failure; null when it never failed. */
  readonly message: string | null;
  /** What those words mean; null when unknown. */
  readonly meaning: CapeMessage | null;
  /** Nothing is left to do: the money is matched or diverted, or the failed row is refiled, given up or final. */
  readonly settled: boolean;
};

/** One entry of a claim. */
export type ClaimedEntry = ClaimCourse & { readonly number: EntryNumber };

const MONEY_STEPS = [
  "sent-to-treasury",
  "treasury-issued",
  "funds-diverted",
  "payment-returned",
  "matched",
] as const satisfies readonly RowStep[];
const LIQUIDATIONS = ["liquidated", "reliquidated"] as const satisfies readonly RowStep[];

/** The last word of the most advanced group counts: a returned payment after an issued one, money after liquidation. */
const STEP_GROUPS: readonly (readonly RowStep[])[] = [MONEY_STEPS, LIQUIDATIONS, ["lines-removed"]];

// A liquidation alone proves no acceptance: entries liquidate in CBP's own cycle too.
const ACCEPTING: readonly ClaimEventKind[] = ["accepted", "lines-removed", ...MONEY_STEPS];

type Events = readonly ClaimEvent[];

const has = (events: Events, ...kinds: readonly ClaimEventKind[]): boolean =>
  events.some(({ kind }) => kinds.includes(kind));

/** The last event of any of these kinds; the events are in the order of the timeline. */
const lastOf = <K extends ClaimEventKind>(events: Events, kinds: readonly K[]) =>
  events.findLast((event): event is ClaimEvent & { readonly kind: K } =>
    (kinds as readonly ClaimEventKind[]).includes(event.kind),
  );

/**
 * What its events make of one entry of a claim, whatever their order.
 * @param own - events that name the entry
 * @param ofClaim - events of the whole claim
 */
export const foldRow = (number: EntryNumber, own: Events, ofClaim: Events): ClaimedEntry => ({
  number,
  ...foldCourse(own, ofClaim),
});

/** The same for a claim of which no entry is known: nothing but events of the whole claim. */
export function foldCourse(own: Events, ofClaim: Events): ClaimCourse {
  const outcome = outcomeOf(own, ofClaim);
  const all = [...own, ...ofClaim].sort(compareEvents);
  // What CBP said of the row itself explains it better than what it said of the whole claim.
  const told = outcome === "failed" || has(own, "rejected");
  const message = told ? (lastMessage(own.toSorted(compareEvents)) ?? lastMessage(all)) : null;
  const meaning = message === null ? null : matchCapeMessage(message);
  // Money and liquidations told of a whole claim reach only the rows that CBP accepted.
  const reached = outcome === "accepted" ? all : own.toSorted(compareEvents);
  const step = outcome === "accepted" ? stepOf(reached) : null;
  return {
    outcome,
    step,
    liquidatedOn: lastOf(reached, LIQUIDATIONS)?.day ?? null,
    message,
    meaning,
    settled: isSettled(outcome, step, meaning, all),
  };
}

/** An acceptance stands against every failure: CBP does not take it back. */
function outcomeOf(own: Events, ofClaim: Events): RowOutcome {
  if (has(own, ...ACCEPTING)) return "accepted";
  if (has(own, "rejected")) return "failed";
  // "Accepted with errors" of a whole claim says nothing of a row until the details arrive.
  if (has(ofClaim, "accepted-with-errors")) return "unanswered";
  if (has(ofClaim, ...ACCEPTING)) return "accepted";
  return has(ofClaim, "rejected") ? "failed" : "unanswered";
}

const lastMessage = (events: Events): string | null =>
  events.findLast(({ kind, message }) => kind === "rejected" && message !== null)?.message ?? null;

function stepOf(events: Events): RowStep | null {
  for (const group of STEP_GROUPS) {
    const last = lastOf(events, group);
    if (last !== undefined) return last.kind;
  }
  return null;
}

function isSettled(
  outcome: RowOutcome,
  step: RowStep | null,
  meaning: CapeMessage | null,
  events: Events,
): boolean {
  if (outcome === "accepted") return step === "matched" || step === "funds-diverted";
  if (outcome === "failed" && meaning?.refile === "no") return true;
  return has(events, "refiled", "given-up");
}
