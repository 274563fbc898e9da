import { usdText, type RuleEffectTotal } from "@/lib/domain";
import { countOf } from "./count";
import { formatDayInWords } from "./day";
import { formatUsd } from "./money";

/** `29 June 2026: 12 entries, $48,210.00, moved from excluded to cape-recon`. */
export const describeMove = (move: RuleEffectTotal): string =>
  `${formatDayInWords(move.effectiveOn)}: ${countOf(move.entries, "entry", "entries")}, $${formatUsd(usdText(move.refundable))}, ${courseOf(move)}`;

const courseOf = ({ laneBefore, laneAfter }: RuleEffectTotal): string =>
  laneBefore === laneAfter
    ? `stayed in ${laneAfter} with another refund`
    : `moved from ${laneBefore} to ${laneAfter}`;
