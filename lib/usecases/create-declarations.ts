import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { declarableEntries, type DeclarableEntry } from "@/lib/data/declarable-entries";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { isAcceptedEntry, isUniqueViolation } from "@/lib/data/unique-violation";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import {
  buildDeclarations,
  CAPE_LANES,
  declarationFileName,
  err,
  ok,
  rejectedRows,
  type DeclarationBatch,
  type DeclarationPlan,
  type EntryNumber,
  type Lane,
  type Result,
} from "@/lib/domain";

import { claimBook, claimedEntries } from "./claim-book";

export type DeclarationChoice = {
  readonly importerNumber: string;
  /** Those of CAPE's lanes that were chosen. */
  readonly lanes: readonly Lane[];
};

/** What the choice comes to: files, entries refused with the reason, and entries in lanes that CAPE does not take. */
export type DeclarationProposal = {
  readonly plan: DeclarationPlan<DeclarableEntry & { readonly alreadyDeclared: boolean }>;
  /** Entries in the other lanes, and in lanes of CAPE that were not chosen. */
  readonly otherLanes: readonly DeclarableEntry[];
};

export type CreateProblem =
  | { readonly kind: "nothing-to-declare" }
  /** Two people built at once; the other one was first. */
  | { readonly kind: "declared-meanwhile" }
  /** A file came in that says CBP accepted one of the entries. */
  | { readonly kind: "accepted-meanwhile" };

/** Works out the files of a choice, without writing anything. */
export async function proposeDeclarations(
  t: Tenant,
  choice: DeclarationChoice,
): Promise<DeclarationProposal> {
  const { importerNumber } = choice;
  const lanes = CAPE_LANES.filter((lane) => choice.lanes.includes(lane));
  const chosen = await declarableEntries(t, { importerNumber, lanes, inLanes: true });
  const otherLanes = await declarableEntries(t, { importerNumber, lanes, inLanes: false });
  const inClaims = await claimedEntries(t);
  // On a claim that CBP has not dropped it from, ours or another's, it may be accepted any day.
  const isClaimed = (number: EntryNumber): boolean =>
    (inClaims.get(number) ?? []).some(({ row }) => row.outcome !== "failed");
  const plan = buildDeclarations(
    chosen.map((entry) => ({
      ...entry,
      alreadyDeclared: entry.declarationId !== null || isClaimed(entry.number),
    })),
  );
  return { plan, otherLanes };
}

/**
 * Writes one draft per file of the proposal, worked out anew in the transaction that writes them.
 * @returns the ids of the drafts, in the order of their files
 */
export async function createDeclarations(
  scope: OrgScope,
  choice: DeclarationChoice,
): Promise<Result<readonly string[], CreateProblem>> {
  return orRefused(() =>
    inOrganization(scope, async (t) => {
      const { plan } = await proposeDeclarations(t, choice);
      return writeDrafts(t, plan.batches, await droppedFrom(t));
    }),
  );
}

/** Entries that CBP dropped, each with our declaration that it was dropped from: filed again they are linked to it. */
const droppedFrom = async (t: Tenant): Promise<Parents> =>
  new Map(rejectedRows(await claimBook(t)).map(({ number, claim }) => [number, claim.declarationId]));

type Parents = ReadonlyMap<EntryNumber, string | null>;

/** Writes one draft per batch. @param parents - the declaration that CBP dropped an entry from */
export async function writeDrafts(
  t: Tenant,
  batches: readonly DeclarationBatch[],
  parents: Parents,
): Promise<Result<readonly string[], CreateProblem>> {
  const ids: string[] = [];
  for (const { importerNumber, filerCode, part, parts, entries } of batches) {
    const fileName = declarationFileName(importerNumber, filerCode, today(), part, parts);
    const rows = entries.map(({ number }) => ({ number, refiledFrom: parents.get(number) ?? null }));
    const id = await declarationStepsOf(t).create({ importerNumber, filerCode, fileName, entries: rows });
    const refiled = rows.filter(({ refiledFrom }) => refiledFrom !== null).length;
    await recordAudit(t, "declaration.created", id, { fileName, entries: rows.length, refiled });
    ids.push(id);
  }
  return ids.length === 0 ? err({ kind: "nothing-to-declare" }) : ok(ids);
}

/** What the database refuses, whoever was quicker, is a refusal in words. */
export async function orRefused<T, P>(
  write: () => Promise<Result<T, P>>,
): Promise<Result<T, P | CreateProblem>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) return err({ kind: "declared-meanwhile" });
    if (isAcceptedEntry(error)) return err({ kind: "accepted-meanwhile" });
    throw error;
  }
}
