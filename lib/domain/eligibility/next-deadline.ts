import type { ClockKind } from "../law/clocks";
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

/** The clock of the entry's lane that runs out next, its last day included; null when none is running. */
export function nextDeadline({ lane, clocks }: Pick<Screening, "lane" | "clocks">): Clock | null {
  const kinds: readonly ClockKind[] = DEADLINE_CLOCKS[lane];
  const running = clocks.filter(({ kind, daysLeft }) => kinds.includes(kind) && daysLeft >= 0);
  return running.reduce<Clock | null>(
    (next, clock) => (next && next.lastDay <= clock.lastDay ? next : clock),
    null,
  );
}
