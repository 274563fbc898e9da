import type { ClockRow } from "@/components/entries/clocks-timeline";
import { CLOCKS, daysBetween, knownValue, type Clock } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { formatDayCount, formatDaysAway } from "@/lib/wording/day";

/** What happened to the entry, and every clock that runs or ran from it. */
export function toClockRows({ entry, screening }: EntryView): readonly ClockRow[] {
  return [
    ...eventRow("entered", "Entered", knownValue(entry.facts.entryDate)),
    ...eventRow("liquidated", "Liquidated", pastLiquidation(screening.clocks)),
    ...screening.clocks.map(toClockRow),
  ];
}

function eventRow(id: string, name: string, day: string | null): readonly ClockRow[] {
  return day === null ? [] : [{ id, name, day, state: "past", rule: "" }];
}

const pastLiquidation = (clocks: readonly Clock[]): string | null =>
  clocks.find(({ kind }) => kind === "cape-window")?.from ?? null;

function toClockRow(clock: Clock): ClockRow {
  const { name, rule } = CLOCK_WORDS[clock.kind];
  const law = clock.law.map((citation) => citation.law).join("; ");
  return {
    id: clock.kind,
    name,
    day: clock.lastDay,
    count: countOfDays(clock),
    state: stateOf(clock),
    rule: [rule, ...clock.disputed.map(readingOf), `${law}.`].join(" "),
  };
}

function countOfDays({ kind, from, lastDay, daysLeft }: Clock): string {
  if (kind !== "cape-window" && kind !== "protest") return formatDaysAway(daysLeft);
  const whole = daysBetween(from, lastDay);
  return daysLeft < 0 ? formatDaysAway(daysLeft) : formatDayCount(whole - daysLeft, whole);
}

function stateOf({ kind, daysLeft, estimated }: Clock): ClockRow["state"] {
  if (daysLeft < 0) return "closed";
  if (estimated) return "estimate";
  const { days, warnFromDay } = CLOCKS["cape-window"];
  return kind === "cape-window" && daysLeft <= days - warnFromDay ? "warning" : "open";
}

const readingOf = ({ countedFrom, lastDay }: Clock["disputed"][number]): string =>
  countedFrom === "liquidation"
    ? `Counted from liquidation: ${lastDay}.`
    : `Counted from the ruling: ${lastDay}.`;
