import { asks, type Check } from "../check";
import { ADCVD_PENDING } from "../law-of-checks";

/**
 * AD/CVD entries are taken while suspended. Once Commerce has instructed CBP and the entry awaits liquidation, CAPE
 * refuses it; a liquidation scheduled or pending is that state.
 */
export const adcvdSuspension: Check = ({ entryType, liquidation, commerceInstructed }, _asOf, rules) => {
  if (rules.entryType(entryType).treatment !== "accepted-while-suspended") return [];
  if (liquidation.kind === "liquidated" || liquidation.state === "held") return [];
  if (liquidation.state === "open" && !commerceInstructed) {
    return [asks("cape-refund-later", { kind: "adcvd-suspended", entryType }, ADCVD_PENDING)];
  }
  const { scheduledFor } = liquidation;
  return [asks("excluded", { kind: "adcvd-pending-liquidation", entryType, scheduledFor }, ADCVD_PENDING)];
};
