import { daysBetween } from "../../day";
import { knownValue } from "../../facts";
import { CLOCKS } from "../../law/clocks";
import { asks, type Check, notes } from "../check";
import { DECIDED_PROTEST, OPEN_PROTEST } from "../law-of-checks";

/**
 * CAPE refuses an entry under an open protest. One that is only about IEEPA may be withdrawn while the CAPE window is
 * open; after it, the protest itself keeps the right. A decided protest leaves the days to decide.
 */
export const protest: Check = (
  { protest: { kind, status }, protestOnlyAboutIeepa, liquidation, entry },
  asOf,
) => {
  const facts = { protestNumber: knownValue(entry.facts.protestNumber), status };
  if (kind === "none") return [];
  if (kind === "decided") return [notes({ kind: "protest-decided", ...facts }, DECIDED_PROTEST)];
  if (liquidation.kind === "not-liquidated") {
    return [asks("excluded", { kind: "protest-open", because: "not-liquidated", ...facts }, OPEN_PROTEST)];
  }
  const days = daysBetween(liquidation.on, asOf);
  if (days > CLOCKS["cape-window"].days) {
    return [asks("excluded", { kind: "protest-open", because: "over-80-days", ...facts }, OPEN_PROTEST)];
  }
  if (!protestOnlyAboutIeepa) {
    return [asks("excluded", { kind: "protest-open", because: "other-subject", ...facts }, OPEN_PROTEST)];
  }
  const reason = { kind: "protest-only-about-ieepa", ...facts, liquidatedOn: liquidation.on, days } as const;
  return [asks("withdraw-protest", reason, OPEN_PROTEST)];
};
