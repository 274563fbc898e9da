import { day, easternDay, type Day } from "@/lib/domain";
import { env } from "@/lib/env";

/** The instant, for what is recorded and for how long a session lasts. Never moved by CAPEDESK_TODAY. */
export const now = (): Date => new Date();

/** Today where CBP's clocks run, or the day that the operator set for a test or a demonstration. */
export const today = (): Day =>
  env.CAPEDESK_TODAY === undefined ? easternDay(now()) : day(env.CAPEDESK_TODAY);
