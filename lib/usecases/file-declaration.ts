import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { claimsOf } from "@/lib/data/claims";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { isUniqueViolation } from "@/lib/data/unique-violation";
import { refiledRowsOf } from "@/lib/data/refiled-rows";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import { err, ok, type Day, type EntryNumber, type Result } from "@/lib/domain";

export type FileProblem = {
  readonly kind: "not-downloaded" | "claim-number-taken" | "filed-in-the-future";
};

/**
 * Notes that a person uploaded the file in ACE, and opens its claim.
 * @param claimNumber - as ACE shows it, or null while it shows none
 * @returns the id of the claim
 */
export async function fileDeclaration(
  scope: OrgScope,
  id: string,
  filedOn: Day,
  claimNumber: string | null,
): Promise<Result<string, FileProblem>> {
  if (filedOn > today()) return err({ kind: "filed-in-the-future" });
  try {
    return await inOrganization(scope, async (t) => {
      if (!(await declarationStepsOf(t).markFiled(id))) return err({ kind: "not-downloaded" });
      const claimId = await claimsOf(t).open(id, claimNumber);
      await claimsOf(t).append(claimId, [{ kind: "filed", day: filedOn }]);
      await noteRefiled(t, id, filedOn);
      await recordAudit(t, "declaration.filed", id, { filedOn, claimNumber: claimNumber ?? "" });
      return ok(claimId);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return err({ kind: "claim-number-taken" });
    throw error;
  }
}

/** What stands on this declaration again is settled on the claims that CBP dropped it from. */
async function noteRefiled(t: Tenant, declarationId: string, filedOn: Day): Promise<void> {
  const byClaim = new Map<string, EntryNumber[]>();
  for (const { claimId, number } of await refiledRowsOf(t, declarationId))
    byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), number]);
  for (const [claimId, numbers] of byClaim)
    await claimsOf(t).append(
      claimId,
      numbers.map((entryNumber) => ({ kind: "refiled", day: filedOn, entryNumber })),
    );
}

/** The claim number came after the filing. */
export async function enterClaimNumber(
  scope: OrgScope,
  claimId: string,
  claimNumber: string,
): Promise<Result<null, { readonly kind: "claim-not-found" | "claim-number-taken" }>> {
  try {
    return await inOrganization(scope, async (t) => {
      const claim = await claimsOf(t).find(claimId);
      if (!claim) return err({ kind: "claim-not-found" });
      await claimsOf(t).setClaimNumber(claimId, claimNumber);
      await recordAudit(t, "claim.number-entered", claimId, {
        before: claim.claimNumber ?? "",
        now: claimNumber,
      });
      return ok(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return err({ kind: "claim-number-taken" });
    throw error;
  }
}
