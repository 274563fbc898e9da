import "server-only";

import { today } from "@/lib/clock";
import { declarationsOf, type StoredDeclaration } from "@/lib/data/declarations";
import { declaredEntries } from "@/lib/data/declared-entries";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import type { Tenant } from "@/lib/data/tenant";
import {
  assessReadiness,
  declarationBytes,
  preflight,
  signOffOf,
  type FilerCode,
  type Preflight,
} from "@/lib/domain";

import { contentHash } from "./declaration-content-hash";
import { readSnapshot, type DeclarationContent } from "./declaration-snapshot";

export type DeclarationView = DeclarationContent & {
  readonly declaration: StoredDeclaration;
  readonly fileBytes: number;
  /** SHA-256 of what a second person would sign. */
  readonly contentSha256: string;
  /** Ids of those who built it or attested one of its points. */
  readonly preparers: readonly string[];
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
  const attesters = (await declarationsOf(t).attestations(id)).map(({ userId }) => userId);
  return {
    declaration,
    ...content,
    fileBytes: declarationBytes(content.entries.length),
    contentSha256: contentHash(declaration.fileName, content.entries, content.points),
    preparers: [...new Set([declaration.createdBy, ...attesters])],
  };
}

async function assess(t: Tenant, declaration: StoredDeclaration): Promise<DeclarationContent> {
  const { id, importerNumber, filerCode, fileName } = declaration;
  const { right, needsSignOff } = await organizationSettingsOf(t).filing();
  const entries = await declaredEntries(t, id);
  const attestations = (await declarationsOf(t).attestations(id)).map(
    ({ point, userName, attestedAt, statement, note }) => ({
      ...{ point, name: userName, statement, note },
      at: attestedAt.toISOString(),
    }),
  );
  const facts = {
    importerNumber,
    filerCode: filerCode as FilerCode,
    right,
    entries: entries.map((entry) => entry.facts),
    fileBytes: declarationBytes(entries.length),
  };
  const points = assessReadiness(facts, attestations);
  const last = await declarationsOf(t).lastSignOff(id);
  const signed = last && {
    name: last.userName,
    at: last.signedAt.toISOString(),
    contentSha256: last.contentSha256,
  };
  const signOff = signOffOf(needsSignOff, signed, contentHash(fileName, entries, points));
  return { asOf: today(), entries, attestations, points, right, signOff };
}

/** CBP's two series of checks on the declaration, as of the day of its view. */
export function preflightOf({ declaration, entries, right, asOf }: DeclarationView): Preflight {
  const checked = entries.map(({ facts, predicted }) => ({ ...facts, predicted: predicted ?? null }));
  return preflight([{ name: declaration.fileName, entries: checked }], right, asOf);
}
