import "server-only";

import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import { declaredEntries } from "@/lib/data/declared-entries";
import type { Tenant } from "@/lib/data/tenant";
import { assessReadiness, declarationBytes, type FilerCode } from "@/lib/domain";

import { readSnapshot, type DeclarationContent } from "./declaration-snapshot";

export type DeclarationView = DeclarationContent & {
  readonly declaration: StoredDeclaration;
  readonly fileBytes: number;
};

/**
 * A declaration with its twelve points: a draft as they stand now, and once it is frozen as they stood then. Null when
 * the organization has none of that id.
 */
export async function viewDeclaration(t: Tenant, id: string): Promise<DeclarationView | null> {
  const declaration = await declarationsOf(t).find(id);
  if (!declaration) return null;
  const content =
    declaration.frozenAt === null
      ? await assess(t, declaration)
      : readSnapshot(await declarationsOf(t).snapshot(id));
  return { declaration, ...content, fileBytes: declarationBytes(content.entries.length) };
}

async function assess(t: Tenant, declaration: StoredDeclaration): Promise<DeclarationContent> {
  const { id, importerNumber, filerCode } = declaration;
  const entries = await declaredEntries(t, id);
  const attestations = (await declarationsOf(t).attestations(id)).map(({ point, userName, attestedAt }) => ({
    point,
    name: userName,
    at: attestedAt.toISOString(),
  }));
  const facts = {
    importerNumber,
    filerCode: filerCode as FilerCode,
    entries: entries.map((entry) => entry.facts),
    fileBytes: declarationBytes(entries.length),
  };
  return { entries, attestations, points: assessReadiness(facts, attestations) };
}
