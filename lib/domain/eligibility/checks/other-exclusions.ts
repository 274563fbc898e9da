import type { Finding } from "../verdict";
import { asks, type Check } from "../check";
import { PHASE_1_GUIDANCE } from "../law-of-checks";

/** Entries on a drawback claim, and entries whose duty the surety paid, wait for a later phase. */
export const otherExclusions: Check = ({ drawback, suretyPaid }) => {
  const findings: Finding[] = [];
  if (drawback) findings.push(asks("excluded", { kind: "drawback-claim" }, PHASE_1_GUIDANCE));
  if (suretyPaid) findings.push(asks("excluded", { kind: "surety-paid" }, PHASE_1_GUIDANCE));
  return findings;
};
