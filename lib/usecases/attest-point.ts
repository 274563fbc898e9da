import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { declarationsOf } from "@/lib/data/declarations";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import { inOrganization } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import { err, ok, readinessKind, READINESS_POINTS, type ReadinessPointId, type Result } from "@/lib/domain";

export type AttestProblem = {
  readonly kind: "declaration-not-found" | "not-a-draft" | "point-is-computed";
};

/**
 * Somebody takes responsibility by name for what no file can show.
 * @param note - what it rests on, in words of his own; may be empty
 */
export async function attestPoint(
  scope: OrgScope,
  id: string,
  pointId: ReadinessPointId,
  note = "",
): Promise<Result<null, AttestProblem>> {
  const rule = READINESS_POINTS.find((point) => point.id === pointId);
  return inOrganization(scope, async (t) => {
    const { right } = await organizationSettingsOf(t).filing();
    if (!rule || readinessKind(rule, right) === "computed") return err({ kind: "point-is-computed" });
    const declaration = await declarationsOf(t).find(id);
    if (!declaration) return err({ kind: "declaration-not-found" });
    if (declaration.state !== "draft") return err({ kind: "not-a-draft" });
    const attestation = { point: rule.point, userName: await userName(t), statement: rule.title, note };
    await declarationStepsOf(t).attest(id, attestation);
    await recordAudit(t, "declaration.attested", id, { point: rule.point, title: rule.title, note });
    return ok(null);
  });
}
