import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { claimSightingsOf } from "@/lib/data/claim-sightings";
import { decidedBy, type DecidedBy } from "@/lib/data/entry-export";
import { heldNumbers, type HeldNumber } from "@/lib/data/held-numbers";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { standingOf, type ClaimSighting, type EntryNumber, type Standing } from "@/lib/domain";

/** One number of a file and what the books say of it. */
export type CheckedNumber = HeldNumber & {
  readonly standing: Standing;
  readonly claims: readonly ClaimSighting[];
  readonly decided: DecidedBy | undefined;
};

/** Holds the entry numbers of a file that somebody has against the books. Nothing is written, and no file is sent. */
export async function checkAgainstBooks(
  scope: OrgScope,
  numbers: readonly EntryNumber[],
): Promise<readonly CheckedNumber[]> {
  return inOrganization(scope, async (t) => {
    const held = await heldNumbers(t, numbers);
    const claims = await claimSightingsOf(queryOf(t), t.orgId, numbers);
    const decided = await decidedBy(t, numbers);
    return held.map((each) => {
      const sightings = claims.get(each.number) ?? [];
      const onLiveDeclaration = each.declaration !== null;
      return {
        ...each,
        standing: standingOf({ lane: each.lane, onLiveDeclaration, claims: sightings }),
        claims: sightings,
        decided: decided.get(each.number),
      };
    });
  });
}
