import { type Day, daysBetween } from "../day";
import { CLOCKS } from "../law/clocks";
import type { Liquidation } from "./facts-of-a-world";

/** Not liquidated, or (re)liquidated at most 80 days ago. */
export const isInsideCapeWindow = (liquidation: Liquidation, asOf: Day): boolean =>
  liquidation.kind === "not-liquidated" || daysBetween(liquidation.on, asOf) <= CLOCKS["cape-window"].days;
