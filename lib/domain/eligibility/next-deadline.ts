import type { ClockKind } from "../law/clocks";
import { type Usd, ZERO_USD } from "../money";
import type { Clock } from "./clocks";
import type { Screening } from "./screen-entry";
import type { Lane } from "./verdict";

/** Which clocks still take something away in each lane. A clock whose way is closed already is no deadline. */
const DEADLINE_CLOCKS = {
  "already-claimed": [],
  "not-ieepa": [],
  excluded: ["protest", "court"],
  court: ["court"],
  protest: ["protest"],
  "withdraw-protest": ["cape-window"],
  "fix-first": ["psc", "cape-window"],
  "cape-recon": ["cape-window", "reconciliation"],
  "cape-refund-later": ["cape-window"],
  "cape-ready": ["cape-window"],
  "needs-data": ["cape-window", "protest", "court"],
} as const satisfies Record<Lane, readonly ClockKind[]>;

/** True while the clock runs and something is lost in this lane when it runs out. */
export function takesAway({ kind, daysLeft }: Clock, lane: Lane): boolean {
  const kinds: readonly ClockKind[] = DEADLINE_CLOCKS[lane];
  return daysLeft >= 0 && kinds.includes(kind);
}

/**
 * The certain refundable duty that is lost when the clock runs out, USD, exact; null while only a range is known. Zero
 * once the clock has run out or where it takes nothing away in the entry's lane.
 */
export function dollarsAtRisk(
  clock: Clock,
  { lane, refund }: Pick<Screening, "lane" | "refund">,
): Usd | null {
  if (!takesAway(clock, lane) || refund.certain?.isNegative()) return ZERO_USD;
  return refund.certain;
}

/** The clock of the entry's lane that runs out next, its last day included; null when none is running. */
export function nextDeadline({ lane, clocks }: Pick<Screening, "lane" | "clocks">): Clock | null {
  const running = clocks.filter((clock) => takesAway(clock, lane));
  return running.reduce<Clock | null>(
    (next, clock) => (next && next.lastDay <= clock.lastDay ? next : clock),
    null,
  );
}
