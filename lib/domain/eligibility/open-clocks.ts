import type { Day } from "../day";
import type { ClockKind } from "../law/clocks";
import type { Usd } from "../money";
import { dollarsAtRisk, takesAway } from "./next-deadline";
import type { Screening } from "./screen-entry";

/** A clock of an open entry that has not run out, and what hangs on it: one line of the deadlines. */
export type OpenClock = {
  readonly kind: ClockKind;
  readonly from: Day;
  readonly lastDay: Day;
  /** Counted from an inferred or torn day, or a mere estimate. */
  readonly estimated: boolean;
  /** Where it starts is disputed; `lastDay` is the earliest reading. */
  readonly disputed: boolean;
  /** Something is lost in the lane when it runs out, whatever it comes to: the same for all entries with these clocks. */
  readonly takesAway: boolean;
  /** USD, exact, lost when it runs out; null while only a range is known, zero where nothing is lost in the lane. */
  readonly atRisk: Usd | null;
};

/**
 * Every clock that still runs on the as-of day, its last day included, and a refund that is overdue. An entry without
 * IEEPA duty has nothing to claim and is not open; a claimed one stays open until its refund.
 */
export function openClocksOf(screening: Pick<Screening, "lane" | "refund" | "clocks">): readonly OpenClock[] {
  if (screening.lane === "not-ieepa") return [];
  return screening.clocks
    .filter(({ kind, daysLeft }) => daysLeft >= 0 || kind === "acceptance-to-refund")
    .map((clock) => ({
      kind: clock.kind,
      from: clock.from,
      lastDay: clock.lastDay,
      estimated: clock.estimated,
      disputed: clock.disputed.length > 0,
      takesAway: takesAway(clock, screening.lane),
      atRisk: dollarsAtRisk(clock, screening),
    }));
}
