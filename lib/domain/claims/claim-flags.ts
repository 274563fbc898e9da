import type { EntryNumber } from "../identifiers";
import type { ClaimedEntry } from "./claimed-entry";
import {
  type ClaimEvent,
  type ClaimEventKind,
  compareEvents,
  STAGE_OF_KIND,
  type Timeline,
} from "./claim-event";

/**
 * What cannot be right about a timeline. The events stay, and the state is folded from them all the same.
 * answer-without-filing: CBP answered something nobody recorded as filed. out-of-order: a step is dated before one that
 * must come first. contradictory-answers: accepted and refused. without-acceptance: liquidated or paid, never accepted.
 * accepted-row-refiled: it went on a later declaration although CBP had accepted it. entry-not-declared: it names an
 * entry that the declaration does not hold. event-torn: one id arrived with two contents.
 */
export type ClaimFlagKind =
  | "answer-without-filing"
  | "out-of-order"
  | "contradictory-answers"
  | "without-acceptance"
  | "accepted-row-refiled"
  | "entry-not-declared"
  | "event-torn";

export type ClaimFlag = {
  readonly kind: ClaimFlagKind;
  readonly entryNumber: EntryNumber | null;
  /** Ids of the events that do not fit together. */
  readonly events: readonly string[];
};

type Events = readonly ClaimEvent[];

/** A claim, or one entry of it, with every event that concerns it, in the order of the timeline. */
type Course = { readonly entryNumber: EntryNumber | null; readonly events: Events };

const ACCEPTING = [
  "accepted",
  "accepted-with-errors",
  "lines-removed",
] as const satisfies readonly ClaimEventKind[];

const firstOf = (events: Events, ...kinds: readonly ClaimEventKind[]): ClaimEvent | undefined =>
  events.find(({ kind }) => kinds.includes(kind));

/** Not our own decisions on a failed row, which may come at any time. */
const isStep = ({ kind }: ClaimEvent): boolean => STAGE_OF_KIND[kind] < STAGE_OF_KIND.refiled;

/** All doubts about the whole claim and about each entry that has events of its own. */
export function flagsOf(
  { events, torn }: Timeline<ClaimEvent>,
  declared: ReadonlySet<EntryNumber>,
  own: ReadonlyMap<EntryNumber, Events>,
  rows: readonly ClaimedEntry[],
): readonly ClaimFlag[] {
  const ofClaim = events.filter(({ entryNumber }) => entryNumber === null);
  const courses: Course[] = [{ entryNumber: null, events: ofClaim }];
  for (const [entryNumber, ownEvents] of own) courses.push({ entryNumber, events: ownEvents });
  return [
    ...[...torn].sort().map((id): ClaimFlag => ({ kind: "event-torn", entryNumber: null, events: [id] })),
    ...unfiledAnswers(events),
    ...strangers(declared, own),
    ...courses.flatMap((course) => [...contradictions(course, ofClaim), ...misdated(course, ofClaim)]),
    ...courses.flatMap((course) => unacceptedSteps(course, course.entryNumber === null ? events : ofClaim)),
    ...needlessRefiles(rows, own),
  ];
}

function unfiledAnswers(events: Events): readonly ClaimFlag[] {
  const answer = events.filter(isStep).find(({ kind }) => STAGE_OF_KIND[kind] > STAGE_OF_KIND.filed);
  if (answer === undefined || firstOf(events, "filed") !== undefined) return [];
  return [{ kind: "answer-without-filing", entryNumber: null, events: [answer.id] }];
}

function strangers(
  declared: ReadonlySet<EntryNumber>,
  own: ReadonlyMap<EntryNumber, Events>,
): readonly ClaimFlag[] {
  if (declared.size === 0) return [];
  return [...own]
    .filter(([entryNumber]) => !declared.has(entryNumber))
    .map(([entryNumber, events]) => ({
      kind: "entry-not-declared",
      entryNumber,
      events: events.map(({ id }) => id),
    }));
}

/** An entry accepted in a claim that CBP refused as a whole contradicts too; one refused in an accepted claim does not. */
function contradictions({ entryNumber, events }: Course, ofClaim: Events): readonly ClaimFlag[] {
  const accepted = firstOf(events, ...ACCEPTING);
  const refused = firstOf(events, "rejected") ?? firstOf(ofClaim, "rejected");
  if (accepted === undefined || refused === undefined) return [];
  return [{ kind: "contradictory-answers", entryNumber, events: [accepted.id, refused.id] }];
}

/** CBP rejects an accepted entry as a duplicate: it is never sent again. */
function needlessRefiles(
  rows: readonly ClaimedEntry[],
  own: ReadonlyMap<EntryNumber, Events>,
): readonly ClaimFlag[] {
  return rows.flatMap(({ number, outcome }): readonly ClaimFlag[] => {
    const refiled = outcome === "accepted" ? firstOf(own.get(number) ?? [], "refiled") : undefined;
    return refiled === undefined
      ? []
      : [{ kind: "accepted-row-refiled", entryNumber: number, events: [refiled.id] }];
  });
}

/**
 * A step dated before the first event of an earlier stage, of its own or of the claim. Only first events must come
 * before: a payment may be sent again after it came back.
 */
function misdated({ entryNumber, events }: Course, ofClaim: Events): readonly ClaimFlag[] {
  const context = entryNumber === null ? events : [...ofClaim, ...events].sort(compareEvents);
  const firstOfStage = new Map<number, ClaimEvent>();
  for (const event of context) {
    // It may have happened long before the file that shows it, so it is no step that came too late.
    if (event.dayIsLatest) continue;
    const stage = STAGE_OF_KIND[event.kind];
    if (!firstOfStage.has(stage)) firstOfStage.set(stage, event);
  }
  return events.filter(isStep).flatMap((event): readonly ClaimFlag[] => {
    const stage = STAGE_OF_KIND[event.kind];
    const late = [...firstOfStage].find(([earlier, first]) => earlier < stage && first.day > event.day);
    return late === undefined ? [] : [{ kind: "out-of-order", entryNumber, events: [event.id, late[1].id] }];
  });
}

/**
 * Liquidation or money on an entry, or a claim, that nobody recorded as accepted.
 * @param others - of one entry the events of the whole claim, of the claim all events
 */
function unacceptedSteps({ entryNumber, events }: Course, others: Events): readonly ClaimFlag[] {
  const step = events.filter(isStep).find(({ kind }) => STAGE_OF_KIND[kind] > STAGE_OF_KIND["lines-removed"]);
  if (step === undefined) return [];
  const accepted = firstOf(events, ...ACCEPTING) ?? firstOf(others, ...ACCEPTING);
  return accepted === undefined ? [{ kind: "without-acceptance", entryNumber, events: [step.id] }] : [];
}
