import type { ClockEntryRow } from "@/components/deadlines/clock-entries-table";
import type { DeadlineDayRow } from "@/components/deadlines/deadline-days-table";
import type { WeekBar } from "@/components/ui/week-bars";
import type { DeadlineDay, DeadlineWeek, ListedClock } from "@/lib/data/deadlines";
import {
  addDays,
  clockFormulaOf,
  CLOCKS,
  daysBetween,
  formatEntryNumber,
  lastSafeDayOf,
  usdText,
  type ClockKind,
  type ClockSpan,
  type Day,
} from "@/lib/domain";
import { CLOCK_WORDS, formatClockFormula, lastSafeDayReason } from "@/lib/wording/clocks";
import { countOf } from "@/lib/wording/count";
import { formatDay, formatDaysAway } from "@/lib/wording/day";
import { formatSumAtRisk } from "@/lib/wording/deadlines";

const SEVERAL_STARTS = "several starting days, each with its entry";

/** Few days are left: CBP may take some to process an upload. */
export function isPressing(kind: ClockKind, daysLeft: number): boolean {
  const { days, warnFromDay } = CLOCKS["cape-window"];
  return CLOCKS[kind].lastSafeDay !== null && daysLeft <= days - warnFromDay;
}

const lawOf = (kind: ClockKind): string => CLOCKS[kind].source.map(({ law }) => law).join("; ");

function safeDayText(span: ClockSpan, asOf: Day): string | null {
  const safe = lastSafeDayOf(span);
  if (safe === null) return null;
  const reason = safe === span.lastDay ? "" : ` (${lastSafeDayReason(span.kind) ?? ""})`;
  return `${formatDay(safe)}${safe < asOf ? ", passed" : ""}${reason}`;
}

export function toDeadlineDayRow(of: DeadlineDay, href: string, asOf: Day): DeadlineDayRow {
  const daysLeft = daysBetween(asOf, of.day);
  const span = { kind: of.kind, from: of.from[0], lastDay: of.day };
  const sameStart = of.from[0] === of.from[1];
  return {
    id: `${of.day} ${of.kind}`,
    day: formatDay(of.day),
    away: formatDaysAway(daysLeft),
    what: CLOCK_WORDS[of.kind].name,
    rule: `${CLOCK_WORDS[of.kind].rule} ${lawOf(of.kind)}.`,
    formula: sameStart ? formatClockFormula(clockFormulaOf(span)) : SEVERAL_STARTS,
    safeDay: safeDayText(span, asOf),
    entries: countOf(of.clocks, "entry", "entries"),
    atRisk: formatSumAtRisk(usdText(of.atRisk), of.ranges),
    estimated: of.estimated,
    disputed: of.disputed,
    pressing: isPressing(of.kind, daysLeft),
    href,
  };
}

export const toWeekBar = ({ monday, clocks, atRisk, ranges }: DeadlineWeek): WeekBar => ({
  id: monday,
  label: formatDay(monday),
  span: `${formatDay(monday)} to ${formatDay(addDays(monday, 6))}`,
  size: usdText(atRisk),
  amount: formatSumAtRisk(usdText(atRisk), ranges),
  note: countOf(clocks, "entry", "entries"),
});

export function toClockEntryRow(clock: ListedClock, base: string, asOf: Day): ClockEntryRow {
  return {
    number: formatEntryNumber(clock.number),
    href: `${base}/entries/${clock.number}`,
    lane: clock.lane,
    importer: clock.importerNumber,
    formula: formatClockFormula(clockFormulaOf(clock)),
    safeDay: safeDayText(clock, asOf),
    atRisk: clock.atRisk === null ? formatSumAtRisk("0.00", 1) : formatSumAtRisk(usdText(clock.atRisk), 0),
    estimated: clock.estimated,
    disputed: clock.disputed,
  };
}
