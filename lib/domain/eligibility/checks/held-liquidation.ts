import { asks, type Check } from "../check";
import { PHASE_1_GUIDANCE } from "../law-of-checks";

/** Suspended, extended or under review: CAPE takes the entry now and pays when it liquidates. */
export const heldLiquidation: Check = ({ liquidation }) => {
  if (liquidation.kind === "liquidated" || liquidation.state !== "held") return [];
  return [
    asks("cape-refund-later", { kind: "liquidation-held", status: liquidation.status }, PHASE_1_GUIDANCE),
  ];
};
