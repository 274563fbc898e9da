import "server-only";

import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import { declaredEntries, type DeclaredEntry } from "@/lib/data/declared-entries";
import type { Tenant } from "@/lib/data/tenant";
import {
  assessReadiness,
  declarationBytes,
  type Attestation,
  type FilerCode,
  type ReadinessPoint,
} from "@/lib/domain";

export type DeclarationView = {
  readonly declaration: StoredDeclaration;
  readonly entries: readonly DeclaredEntry[];
  readonly attestations: readonly Attestation[];
  readonly points: readonly ReadinessPoint[];
  readonly fileBytes: number;
};

/** A declaration with its twelve points as they stand now. Null when the organization has none of that id. */
export async function viewDeclaration(t: Tenant, id: string): Promise<DeclarationView | null> {
  const declaration = await declarationsOf(t).find(id);
  if (!declaration) return null;
  const entries = await declaredEntries(t, id);
  const attestations = (await declarationsOf(t).attestations(id)).map(({ point, userName, attestedAt }) => ({
    point,
    name: userName,
    at: attestedAt.toISOString(),
  }));
  const fileBytes = declarationBytes(entries.length);
  const points = assessReadiness(
    {
      importerNumber: declaration.importerNumber,
      filerCode: declaration.filerCode as FilerCode,
      entries: entries.map(({ facts }) => facts),
      fileBytes,
    },
    attestations,
  );
  return { declaration, entries, attestations, points, fileBytes };
}
