import type { ClockRow } from "@/components/entries/clocks-timeline";
import {
  asSettled,
  clockFormulaOf,
  CLOCKS,
  daysBetween,
  dollarsAtRisk,
  knownValue,
  lastSafeDayOf,
  usdText,
  type Clock,
  type Day,
  type Screening,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { CLOCK_WORDS, formatClockFormula, lastSafeDayReason } from "@/lib/wording/clocks";
import { formatDay, formatDayCount, formatDaysAway } from "@/lib/wording/day";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";

/** What happened to the entry, and every clock that runs or ran from it. */
export function toClockRows({
  entry,
  screening,
}: Pick<EntryView, "entry" | "screening">): readonly ClockRow[] {
  return [
    ...eventRow("entered", "Entered", knownValue(asSettled(entry).facts.entryDate)),
    ...eventRow("liquidated", "Liquidated", pastLiquidation(screening.clocks)),
    ...screening.clocks.map((clock) => toClockRow(clock, screening)),
  ];
}

function eventRow(id: string, name: string, day: string | null): readonly ClockRow[] {
  return day === null ? [] : [{ id, name, day, state: "past", rule: "" }];
}

const pastLiquidation = (clocks: readonly Clock[]): string | null =>
  clocks.find(({ kind }) => kind === "cape-window")?.from ?? null;

function toClockRow(clock: Clock, screening: Screening): ClockRow {
  const { name, rule } = CLOCK_WORDS[clock.kind];
  const law = clock.law.map((citation) => citation.law).join("; ");
  return {
    id: clock.kind,
    name,
    day: clock.lastDay,
    count: countOfDays(clock),
    state: stateOf(clock),
    rule: [rule, ...clock.disputed.map(readingOf), `${law}.`].join(" "),
    formula: formatClockFormula(clockFormulaOf(clock)),
    safeDay: safeDayOf(clock, screening.asOf),
    atRisk: atRiskOf(clock, screening),
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

/** When to have acted, while the clock runs; with the reason where that is before the last day. */
function safeDayOf(clock: Clock, today: Day): string | undefined {
  const safe = lastSafeDayOf(clock);
  if (safe === null || clock.daysLeft < 0) return undefined;
  const passed = safe < today ? ", passed" : "";
  const reason = safe === clock.lastDay ? "" : ` (${lastSafeDayReason(clock.kind) ?? ""})`;
  return `Last safe day: ${formatDay(safe)}${passed}${reason}`;
}

/** What is lost when the clock runs out; nothing to say where nothing is. */
function atRiskOf(clock: Clock, screening: Screening): string | undefined {
  const dollars = dollarsAtRisk(clock, screening);
  if (dollars !== null) return dollars.isZero() ? undefined : formatUsd(usdText(dollars));
  const { min, max } = screening.refund;
  return formatUsdRange(usdText(min), max && usdText(max));
}

const readingOf = ({ countedFrom, lastDay }: Clock["disputed"][number]): string =>
  countedFrom === "liquidation"
    ? `Counted from liquidation: ${lastDay}.`
    : `Counted from the ruling: ${lastDay}.`;
