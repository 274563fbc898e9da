import type { Finding } from "../verdict";
import { asks, type Check } from "../check";
import { PHASE_1_GUIDANCE } from "../law-of-checks";

/** CAPE recalculates accepted and paid summaries only. */
export const summaryAccepted: Check = ({ summaryRefused, statementUnpaid }) => {
  const findings: Finding[] = [];
  if (summaryRefused !== null) {
    findings.push(
      asks("fix-first", { kind: "summary-not-accepted", status: summaryRefused }, PHASE_1_GUIDANCE),
    );
  }
  if (statementUnpaid !== null) {
    findings.push(
      asks("fix-first", { kind: "statement-not-paid", status: statementUnpaid }, PHASE_1_GUIDANCE),
    );
  }
  return findings;
};
