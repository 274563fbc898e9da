import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { holdBooks } from "@/lib/data/bulk-tenant";
import { declarationStepsOf } from "@/lib/data/declaration-steps";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import { inOrganization, queryOf, type Tenant } from "@/lib/data/tenant";
import { buildDeclarations, err, rejectedGroups, type EntryNumber, type Result } from "@/lib/domain";

import { orRefused, writeDrafts, type CreateProblem } from "./create-declarations";
import { rejectedViews, type RejectedView } from "./rejected-entries";

type RefileProblem =
  CreateProblem | { readonly kind: "not-refilable"; readonly numbers: readonly EntryNumber[] };

/** The rows that somebody ticked, or every row of one message that may be filed again. */
type RefileChoice =
  | { readonly kind: "rows"; readonly numbers: readonly EntryNumber[] }
  /** By the key of its group. */
  | { readonly kind: "message"; readonly key: string };

/**
 * Puts rows that CBP dropped, and nothing else, on new drafts, one for each importer and filer, each row linked to the
 * declaration that it was dropped from. One row that may not be filed again keeps all of them from it: what was ticked is
 * what is filed.
 * @returns the ids of the drafts
 */
export async function refileRows(
  scope: OrgScope,
  choice: RefileChoice,
): Promise<Result<readonly string[], RefileProblem>> {
  return orRefused(() =>
    inOrganization(scope, async (t) => {
      // Nothing is accepted, and no import undone, between this look and the drafts.
      await holdBooks(queryOf(t), t.orgId);
      await declarationStepsOf(t).holdBuilding();
      return refile(t, choice);
    }),
  );
}

async function refile(t: Tenant, choice: RefileChoice): Promise<Result<readonly string[], RefileProblem>> {
  const views = await rejectedViews(t);
  const free = new Map(views.filter(({ obstacle }) => obstacle === null).map((view) => [view.number, view]));
  const numbers = chosen(choice, [...free.values()]);
  const refused = numbers.filter((number) => !free.has(number));
  if (refused.length > 0) return err({ kind: "not-refilable", numbers: refused });
  const rows = numbers.flatMap((number) => free.get(number) ?? []);
  for (const [declarationId, dropped] of rowsByDeclaration(rows))
    await declarationStepsOf(t).release(declarationId, dropped);
  const { batches, refused: notOurs } = buildDeclarations(
    rows.map(({ number, entry }) => ({ number, importerNumber: entry?.importerNumber ?? null })),
    await organizationSettingsOf(t).filing(),
  );
  if (notOurs.length > 0)
    return err({ kind: "not-refilable", numbers: notOurs.map(({ candidate }) => candidate.number) });
  return writeDrafts(t, batches, new Map(rows.map(({ number, claim }) => [number, claim.declarationId])));
}

function chosen(choice: RefileChoice, free: readonly RejectedView[]): readonly EntryNumber[] {
  if (choice.kind === "rows") return [...new Set(choice.numbers)];
  const group = rejectedGroups(free).find(({ key }) => key === choice.key);
  return (group?.rows ?? []).map(({ number }) => number);
}

function rowsByDeclaration(rows: readonly RejectedView[]): ReadonlyMap<string, readonly EntryNumber[]> {
  const found = new Map<string, EntryNumber[]>();
  for (const { number, claim } of rows) {
    if (claim.declarationId === null) continue;
    found.set(claim.declarationId, [...(found.get(claim.declarationId) ?? []), number]);
  }
  return found;
}
