import { addDays, type Day } from "../day";
import { CLOCKS } from "../law/clocks";
import type { Liquidation } from "./facts-of-a-world";
import type { Lane } from "./verdict";

/** What of a forecast the facts of an entry decide, whatever its money. */
export type ForecastTerms = {
  readonly to: Day;
  /** Suspended, extended, under review and withdrawals: CAPE's 45 days do not apply, it runs until liquidation. */
  readonly untilLiquidation: boolean;
  /** The liquidation that CBP has scheduled, the earliest where files disagree: shown beside, not computed to. */
  readonly scheduledFor: Day | null;
};

/**
 * Unliquidated entries are set to liquidate 45 days after acceptance: as if CBP accepted the entry on the as-of day.
 * Null for entries that cannot be unliquidated.
 * @param liquidations - those that may be true
 */
export function forecastTermsOf(
  liquidations: readonly Liquidation[],
  lane: Lane,
  asOf: Day,
): ForecastTerms | null {
  const open = liquidations.filter((liquidation) => liquidation.kind === "not-liquidated");
  if (open.length === 0) return null;
  const [scheduledFor = null] = open.flatMap((liquidation) => liquidation.scheduledFor ?? []).sort();
  return {
    to: addDays(asOf, CLOCKS["acceptance-to-liquidation"].days),
    untilLiquidation: lane === "cape-refund-later" || open.some(({ state }) => state === "held"),
    scheduledFor,
  };
}
