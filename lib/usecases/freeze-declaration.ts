import "server-only";

import { createHash } from "node:crypto";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { holdBooks } from "@/lib/data/bulk-tenant";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { staleEntriesOf } from "@/lib/data/declared-entries";
import { documentsOf } from "@/lib/data/documents";
import { inOrganization, queryOf, type Tenant } from "@/lib/data/tenant";
import {
  certainTotal,
  err,
  isSignedOff,
  mayDownload,
  ok,
  openPoints,
  RULES,
  sumUsd,
  toDeclarationCsv,
  type ReadinessPoint,
  type Result,
} from "@/lib/domain";

import { viewDeclaration } from "./declaration-readiness";
import { takeSnapshot } from "./declaration-snapshot";
import { rescreenEntries } from "./rescreen-entries";

export type FreezeProblem =
  | { readonly kind: "declaration-not-found" }
  | { readonly kind: "not-a-draft" }
  | { readonly kind: "not-ready"; readonly open: readonly ReadinessPoint[] }
  /** The organization demands a second person, and what stands there now has no valid yes. */
  | { readonly kind: "not-signed-off" };

/**
 * Makes the file and keeps it with everything it rests on, for good: CBP can neither amend nor withdraw an accepted
 * declaration. Entries whose verdict is of another day or of other rules are screened first; nothing is frozen while a
 * blocking point is open.
 */
export async function freezeDeclaration(scope: OrgScope, id: string): Promise<Result<null, FreezeProblem>> {
  const law = { version: RULES.version, on: today() };
  const stale = await inOrganization(scope, (t) => staleEntriesOf(t, id, law));
  if (stale.length > 0) await rescreenEntries(scope, stale, law.on);
  return inOrganization(scope, (t) => freeze(t, id));
}

async function freeze(t: Tenant, id: string): Promise<Result<null, FreezeProblem>> {
  // No import may change a source between the verdict and its snapshot.
  await holdBooks(queryOf(t), t.orgId);
  const view = await viewDeclaration(t, id);
  if (!view) return err({ kind: "declaration-not-found" });
  if (view.declaration.state !== "draft") return err({ kind: "not-a-draft" });
  if (!mayDownload(view.points)) return err({ kind: "not-ready", open: openPoints(view.points) });
  if (!isSignedOff(view.signOff)) return err({ kind: "not-signed-off" });

  const content = Buffer.from(toDeclarationCsv(view.entries.map(({ facts }) => facts.number)), "ascii");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file = {
    sha256,
    bytes: content.byteLength,
    refundable: certainTotal(view.entries.map(({ refundable }) => refundable)),
    interest: sumUsd(view.entries.flatMap(({ interest }) => interest ?? [])),
    snapshot: await takeSnapshot(t, view.declaration, view),
  };
  if (!(await declarationStepsOf(t).freeze(id, file, now()))) return err({ kind: "not-a-draft" });
  const { fileName } = view.declaration;
  await documentsOf(t).keepDeclarationFile(id, { fileName, mediaType: "text/csv", sha256, content });
  const signedOffBy = view.signOff.kind === "signed" ? view.signOff.name : "";
  await recordAudit(t, "declaration.frozen", id, {
    ...{ fileName, sha256, entries: view.entries.length },
    signedOffBy,
  });
  return ok(null);
}
