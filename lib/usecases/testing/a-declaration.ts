import type { OrgScope } from "@/lib/auth/scope";
import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { CAPE_LANES, READINESS_POINTS, type EntryNumber } from "@/lib/domain";

import { attestPoint } from "../attest-point";
import { createDeclarations } from "../create-declarations";
import { freezeDeclaration } from "../freeze-declaration";
import { importRows } from "./read-into-books";

export const NUMBERS: readonly EntryNumber[] = [3, 1, 2].map((serial) => entryNumber(serial));
export const CHOICE = { importerNumbers: ["89-123456700"], filerCodes: null, lanes: CAPE_LANES };

/** A new organization with entries that are ready for CAPE. */
export async function withReadyEntries(numbers: readonly EntryNumber[] = NUMBERS): Promise<OrgScope> {
  const { scope } = await aMember();
  await importRows(
    scope,
    numbers.map((number) => aReadyRow(number)),
  );
  return scope;
}

/** The one draft that all ready entries make. */
export async function aDraft(scope: OrgScope): Promise<string> {
  const created = await createDeclarations(scope, CHOICE);
  if (!created.ok) throw new Error(created.problem.kind);
  const [id, ...others] = created.value;
  if (id === undefined || others.length > 0)
    throw new Error(`${String(created.value.length)} drafts, not one`);
  return id;
}

export async function attestAll(scope: OrgScope, id: string): Promise<void> {
  for (const point of READINESS_POINTS) {
    if (point.kind !== "attested") continue;
    const attested = await attestPoint(scope, id, point.id);
    if (!attested.ok) throw new Error(`Not attested: ${point.id}`);
  }
}

export async function aFrozen(scope: OrgScope): Promise<string> {
  const id = await aDraft(scope);
  await attestAll(scope, id);
  const frozen = await freezeDeclaration(scope, id);
  if (!frozen.ok) throw new Error(frozen.problem.kind);
  return id;
}
