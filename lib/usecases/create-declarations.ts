import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import type { DeclarationHolder } from "@/lib/data/declarations";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { refreshStatistics, ROWS_WORTH_STATISTICS } from "@/lib/data/statistics";
import { isAcceptedEntry, isUniqueViolation } from "@/lib/data/unique-violation";
import { inOrganization, queryOf, type Tenant } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import {
  declarationFileName,
  err,
  ok,
  rejectedRows,
  type DeclarationBatch,
  type EntryNumber,
  type Result,
} from "@/lib/domain";

import { claimBook } from "./claim-book";
import { proposeDeclarations, type DeclarationChoice } from "./propose-declarations";

/** What the builder showed when somebody said yes. */
export type SeenProposal = {
  readonly seal: string;
  /** Ids of the declarations that it showed as holding entries already. */
  readonly holders: readonly string[];
};

/** A declaration that took entries of the proposal, and who built it. */
type Taken = { readonly fileName: string; readonly builtBy: string };

/** Why nothing was built. */
export type CreateProblem =
  | { readonly kind: "nothing-to-declare" }
  /** Two people built at once; the other one was first. Empty: the other declaration cannot be told any more. */
  | { readonly kind: "declared-meanwhile"; readonly by: readonly Taken[] }
  /** An import, a screening or a setting changed what goes in since it was shown. */
  | { readonly kind: "changed-meanwhile" }
  /** A file came in that says CBP accepted one of the entries. */
  | { readonly kind: "accepted-meanwhile" };

/**
 * Writes one draft per file of the proposal, worked out anew in the transaction that writes them; builders of one
 * organization follow one another. Builds what was seen or nothing.
 * @param seen - null where nobody was shown anything
 * @returns the ids of the drafts, in the order of their files
 */
export async function createDeclarations(
  scope: OrgScope,
  choice: DeclarationChoice,
  seen: SeenProposal | null = null,
): Promise<Result<readonly string[], CreateProblem>> {
  const drafts = await orRefused(() =>
    inOrganization(scope, async (t) => {
      await declarationStepsOf(t).holdBuilding();
      const { plan, holders, seal } = await proposeDeclarations(t, choice);
      if (seen !== null && seen.seal !== seal) return err(await whatChanged(t, holders, seen));
      return writeDrafts(t, plan.batches, await droppedFrom(t));
    }),
  );
  if (drafts.ok || drafts.problem.kind !== "declared-meanwhile" || drafts.problem.by.length > 0)
    return drafts;
  // The transaction is over; a new one sees who was first.
  return inOrganization(scope, async (t) => {
    const { holders } = await proposeDeclarations(t, choice);
    return err(await whatChanged(t, holders, seen ?? { seal: "", holders: [] }));
  });
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
  for (const { importerNumbers, filerCode, part, parts, entries } of batches) {
    const fileName = declarationFileName(importerNumbers, filerCode, today(), part, parts);
    const importerNumber = importerNumbers.length === 1 ? importerNumbers[0] : null;
    const rows = entries.map(({ number }) => ({ number, refiledFrom: parents.get(number) ?? null }));
    const id = await declarationStepsOf(t).create({ importerNumber, filerCode, fileName, entries: rows });
    const refiled = rows.filter(({ refiledFrom }) => refiledFrom !== null).length;
    await recordAudit(t, "declaration.created", id, { fileName, entries: rows.length, refiled });
    ids.push(id);
  }
  // Without it the planner holds few entries to be declared, and compares each of ten thousand with all the others.
  const declared = batches.reduce((sum, { entries }) => sum + entries.length, 0);
  if (declared >= ROWS_WORTH_STATISTICS) await refreshStatistics(queryOf(t));
  return ids.length === 0 ? err({ kind: "nothing-to-declare" }) : ok(ids);
}

/** What the database refuses, whoever was quicker, is a refusal in words. */
export async function orRefused<T, P>(
  write: () => Promise<Result<T, P>>,
): Promise<Result<T, P | CreateProblem>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) return err({ kind: "declared-meanwhile", by: [] });
    if (isAcceptedEntry(error)) return err({ kind: "accepted-meanwhile" });
    throw error;
  }
}

async function whatChanged(
  t: Tenant,
  holders: readonly DeclarationHolder[],
  seen: SeenProposal,
): Promise<CreateProblem> {
  const newer = holders.filter(({ id }) => !seen.holders.includes(id));
  if (newer.length === 0) return { kind: "changed-meanwhile" };
  return { kind: "declared-meanwhile", by: await takenBy(t, newer) };
}

async function takenBy(t: Tenant, holders: readonly DeclarationHolder[]): Promise<readonly Taken[]> {
  const names = await memberNames(t);
  return holders.map(({ fileName, createdBy }) => ({
    fileName,
    builtBy: names.get(createdBy) ?? "a former member",
  }));
}
