import type { HtsNumber } from "@/lib/domain";

/** `4202.92.3131`: eight or ten digits, with the dots people read them by. */
export const formatHts = (hts: HtsNumber): string => `${hts.slice(0, 4)}.${hts.slice(4, 6)}.${hts.slice(6)}`;

/** `7` and `7.50` as they stand, with the sign: `7%`. */
export const formatPercent = (percent: string): string => `${percent}%`;
