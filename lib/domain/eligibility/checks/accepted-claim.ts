import { asks, type Check, notes } from "../check";
import { PHASE_1_GUIDANCE } from "../law-of-checks";

/** CBP accepted the entry once: no later file and no later failure undoes it. A failure is history with its remedy. */
export const acceptedClaim: Check = ({ entry }) =>
  entry.claims.map(({ outcome, claimNumber, message }) => {
    switch (outcome) {
      case "accepted":
        return asks("already-claimed", { kind: "claim-accepted", claimNumber }, PHASE_1_GUIDANCE);
      case "filed":
        return notes({ kind: "claim-unanswered", claimNumber }, PHASE_1_GUIDANCE);
      case "failed":
        return notes({ kind: "claim-failed", claimNumber, message }, PHASE_1_GUIDANCE);
    }
  });
