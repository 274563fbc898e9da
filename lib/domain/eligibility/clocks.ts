import { addDays, addYears, type Day, daysBetween, earlier } from "../day";
import { enteredOn } from "../entered-on";
import type { Acceptance, Entry } from "../entry";
import { valuesOf } from "../facts";
import type { Citation } from "../law/citation";
import { type ClockKind, CLOCKS } from "../law/clocks";
import { RULING_DAY } from "./law-of-checks";
import type { NonEmpty } from "../result";
import type { Liquidation } from "./facts-of-a-world";
import { liquidationCandidates, liquidationWordIn } from "./liquidation-candidates";

/** Another day on which a disputed clock may start. */
type OtherReading = { readonly countedFrom: "liquidation" | "ruling"; readonly lastDay: Day };

/** One clock of the entry in calendar days, US Eastern; the last day is still in and does not move on weekends. */
export type Clock = {
  readonly kind: ClockKind;
  readonly from: Day;
  readonly lastDay: Day;
  /** Negative once the clock has run out; such a clock is still listed. */
  readonly daysLeft: number;
  /** Counted from a day that is inferred or on which the files disagree (then the earliest), or a mere estimate. */
  readonly estimated: boolean;
  /** Later readings of a clock whose start is in dispute; `lastDay` is the earliest. Empty: undisputed. */
  readonly disputed: readonly OtherReading[];
  readonly law: NonEmpty<Citation>;
};

type Start = { readonly on: Day; readonly estimated: boolean };

/** Last day of a Post Summary Correction; the estimated liquidation day never shortens it. */
export const pscLastDay = (entered: Day, scheduledFor: Day | null): Day => {
  const { days, daysBeforeScheduledLiquidation } = CLOCKS.psc;
  const byEntry = addDays(entered, days);
  return scheduledFor === null
    ? byEntry
    : earlier(byEntry, addDays(scheduledFor, -daysBeforeScheduledLiquidation));
};

/**
 * Every clock of the entry that its data start, whatever its lane: a clock depends on its day alone. A liquidation
 * scheduled ahead starts none.
 * @param accepted - when CBP accepted the claim, where it did
 */
export function clocksOf(entry: Entry, asOf: Day, accepted: Acceptance | null = null): readonly Clock[] {
  const { values, basis } = liquidationCandidates(entry, asOf);
  const states = basis === "missing" ? [] : values;
  const entered = entryStart(entry);
  const liquidated = liquidationStart(states);
  const unliquidated = liquidated === null && states.length > 0;
  return [
    ...(liquidated ? clocksSinceLiquidation(liquidated, asOf) : []),
    ...(entered ? clocksSinceEntry(entered, liquidated, states, asOf) : []),
    ...(entered && !liquidated ? defaultLiquidation(entered, states, entry, asOf) : []),
    ...(accepted ? clocksSinceAcceptance(accepted, unliquidated, asOf) : []),
    ...reconciliationDue(entry, asOf),
  ];
}

function clock(
  kind: ClockKind,
  start: Start,
  lastDay: Day,
  asOf: Day,
  disputed: readonly OtherReading[] = [],
): Clock {
  const { on: from, estimated } = start;
  return {
    kind,
    from,
    lastDay,
    daysLeft: daysBetween(asOf, lastDay),
    estimated,
    disputed,
    law: CLOCKS[kind].source,
  };
}

const clocksSinceLiquidation = (start: Start, asOf: Day): readonly Clock[] =>
  (["cape-window", "voluntary-reliquidation", "protest"] as const).map((kind) =>
    clock(kind, start, addDays(start.on, CLOCKS[kind].days), asOf),
  );

function clocksSinceEntry(
  start: Start,
  liquidated: Start | null,
  states: readonly Liquidation[],
  asOf: Day,
): readonly Clock[] {
  const { years } = CLOCKS.court;
  const others: readonly OtherReading[] = [
    ...(liquidated ? [{ countedFrom: "liquidation", lastDay: addYears(liquidated.on, years) } as const] : []),
    { countedFrom: "ruling", lastDay: addYears(RULING_DAY, years) },
  ];
  const [scheduled] = states.flatMap((s) => (s.kind === "liquidated" ? [] : (s.scheduledFor ?? []))).sort();
  return [
    clock("court", start, addYears(start.on, years), asOf, others),
    clock("psc", start, pscLastDay(start.on, scheduled ?? null), asOf),
  ];
}

/** An estimate until a date is known; none while the entry is suspended, extended or under review. */
function defaultLiquidation(
  start: Start,
  states: readonly Liquidation[],
  entry: Entry,
  asOf: Day,
): readonly Clock[] {
  const dated = states.some((state) => state.kind === "liquidated" || state.scheduledFor !== null);
  const held = states.some((state) => state.kind === "not-liquidated" && state.state === "held");
  const worded = valuesOf(entry.facts.liquidationStatus).some(
    (text) => liquidationWordIn(text) === "liquidated",
  );
  if (dated || held || worded) return [];
  const lastDay = addDays(start.on, CLOCKS["default-liquidation"].days);
  return [clock("default-liquidation", { ...start, estimated: true }, lastDay, asOf)];
}

function clocksSinceAcceptance(
  { on, isLatest }: Acceptance,
  unliquidated: boolean,
  asOf: Day,
): readonly Clock[] {
  const start = { on, estimated: isLatest };
  const { "acceptance-to-liquidation": liquidation, "acceptance-to-refund": refund } = CLOCKS;
  return [
    ...(unliquidated ? [clock("acceptance-to-liquidation", start, addDays(on, liquidation.days), asOf)] : []),
    clock("acceptance-to-refund", { ...start, estimated: true }, addDays(on, refund.daysMax), asOf),
  ];
}

function reconciliationDue(entry: Entry, asOf: Day): readonly Clock[] {
  const [due, ...others] = [...valuesOf(entry.facts.reconciliationDueDate)].sort();
  return due === undefined
    ? []
    : [clock("reconciliation", { on: due, estimated: others.length > 0 }, due, asOf)];
}

function entryStart(entry: Entry): Start | null {
  const { days, column } = enteredOn(entry);
  const [first, ...others] = [...days].sort();
  return first === undefined ? null : { on: first, estimated: others.length > 0 || column !== "entryDate" };
}

/** The earliest day on which the entry may have been liquidated: the safe side while files disagree. */
function liquidationStart(states: readonly Liquidation[]): Start | null {
  const [first] = states.flatMap((state) => (state.kind === "liquidated" ? [state.on] : [])).sort();
  return first === undefined ? null : { on: first, estimated: states.length > 1 };
}
