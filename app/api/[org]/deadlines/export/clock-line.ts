import type { ListedClock } from "@/lib/data/deadlines";
import {
  clockFormulaOf,
  CLOCKS,
  daysBetween,
  formatEntryNumber,
  lastSafeDayOf,
  usdText,
  type Day,
} from "@/lib/domain";
import { toCsvLine } from "@/lib/files/safe-cell";
import { CLOCK_WORDS, formatClockFormula } from "@/lib/wording/clocks";
import { LANE_WORDS } from "@/lib/wording/lanes";

/** One clock of one entry as a line of a file for people. */
export function toClockLine(clock: ListedClock, asOf: Day): string {
  const safe = lastSafeDayOf(clock);
  return toCsvLine([
    { figure: clock.lastDay },
    { figure: String(daysBetween(asOf, clock.lastDay)) },
    safe === null ? "CBP acts" : { figure: safe },
    CLOCK_WORDS[clock.kind].name,
    formatEntryNumber(clock.number),
    clock.importerNumber,
    LANE_WORDS[clock.lane].name,
    clock.atRisk === null ? "a range" : { figure: usdText(clock.atRisk) },
    formatClockFormula(clockFormulaOf(clock)),
    clock.estimated ? "estimate" : null,
    clock.disputed ? "earliest of several readings: ask counsel" : null,
    CLOCKS[clock.kind].source.map(({ law }) => law).join("; "),
  ]);
}
