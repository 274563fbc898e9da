import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { declarableEntries, type DeclarableEntry } from "@/lib/data/declarable-entries";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { isUniqueViolation } from "@/lib/data/unique-violation";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import {
  buildDeclarations,
  CAPE_LANES,
  declarationFileName,
  err,
  ok,
  type DeclarationPlan,
  type EntryNumber,
  type Lane,
  type Result,
} from "@/lib/domain";

import { claimedEntries } from "./claim-book";

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
  | { readonly kind: "declared-meanwhile" };

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
  try {
    return await inOrganization(scope, async (t) => {
      const { plan } = await proposeDeclarations(t, choice);
      const ids: string[] = [];
      for (const { importerNumber, filerCode, part, parts, entries } of plan.batches) {
        const fileName = declarationFileName(importerNumber, filerCode, today(), part, parts);
        const numbers = entries.map(({ number }) => number);
        const id = await declarationStepsOf(t).create({
          importerNumber,
          filerCode,
          fileName,
          entries: numbers,
        });
        await recordAudit(t, "declaration.created", id, { fileName, entries: numbers.length });
        ids.push(id);
      }
      return ids.length === 0 ? err({ kind: "nothing-to-declare" }) : ok(ids);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return err({ kind: "declared-meanwhile" });
    throw error;
  }
}
