import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { declarationsOf } from "@/lib/data/declarations";
import { inOrganization } from "@/lib/data/tenant";
import { userName } from "@/lib/data/users";
import { err, ok, READINESS_POINTS, type ReadinessPointId, type Result } from "@/lib/domain";

export type AttestProblem = {
  readonly kind: "declaration-not-found" | "not-a-draft" | "point-is-computed";
};

/** Somebody takes responsibility by name for what no file can show. */
export async function attestPoint(
  scope: OrgScope,
  id: string,
  pointId: ReadinessPointId,
): Promise<Result<null, AttestProblem>> {
  const rule = READINESS_POINTS.find((point) => point.id === pointId);
  if (rule?.kind !== "attested") return err({ kind: "point-is-computed" });
  return inOrganization(scope, async (t) => {
    const declaration = await declarationsOf(t).find(id);
    if (!declaration) return err({ kind: "declaration-not-found" });
    if (declaration.state !== "draft") return err({ kind: "not-a-draft" });
    await declarationStepsOf(t).attest(id, rule.point, await userName(t));
    await recordAudit(t, "declaration.attested", id, { point: rule.point, title: rule.title });
    return ok(null);
  });
}
