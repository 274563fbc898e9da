import { day, easternDay, readAsOf, type Day } from "@/lib/domain";
import { env } from "@/lib/env";

/** The instant, for what is recorded and for how long a session lasts. Never moved by CAPEDESK_TODAY. */
export const now = (): Date => new Date();

/** Today where CBP's clocks run, or the day that the operator set for a test or a demonstration. */
export function today(): Day {
  const asOf = readAsOf(env.CAPEDESK_TODAY === undefined ? easternDay(now()) : day(env.CAPEDESK_TODAY));
  if (asOf.ok) return asOf.value;
  throw new Error(
    `CAPEDESK_TODAY is ${asOf.problem.found}: no rule covers a day before ${asOf.problem.firstCovered}.`,
  );
}
