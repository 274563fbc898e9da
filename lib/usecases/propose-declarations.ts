import "server-only";

import { createHash } from "node:crypto";

import {
  declarableEntries,
  sumsOutsideLanes,
  type DeclarableEntry,
  type LaneSum,
} from "@/lib/data/declarable-entries";
import { declarationsOf, type DeclarationHolder } from "@/lib/data/declarations";
import { organizationSettingsOf, type FilingSettings } from "@/lib/data/organization-settings";
import type { Tenant } from "@/lib/data/tenant";
import {
  buildDeclarations,
  CAPE_LANES,
  filerCodeOf,
  type DeclarationPlan,
  type EntryNumber,
  type FilerCode,
  type Lane,
} from "@/lib/domain";

import { claimedEntries } from "./claim-book";

/** What somebody wants to declare. */
export type DeclarationChoice = {
  /** Null: of every importer. */
  readonly importerNumbers: readonly string[] | null;
  /** Null: of every filer. */
  readonly filerCodes: readonly FilerCode[] | null;
  /** Those of CAPE's lanes that were chosen. */
  readonly lanes: readonly Lane[];
};

/** Entries of CAPE's lanes of the chosen importers, before filers and lanes were chosen among them. */
export type ChoosableEntry = DeclarableEntry & { readonly alreadyDeclared: boolean };

/** What the choice comes to: files, entries refused with the reason, and entries in lanes that stay out. */
export type DeclarationProposal = {
  readonly filing: FilingSettings;
  readonly choosable: readonly ChoosableEntry[];
  readonly plan: DeclarationPlan<ChoosableEntry>;
  /** The declarations that hold entries refused as declared already, oldest first. */
  readonly holders: readonly DeclarationHolder[];
  /** Entries in lanes of CAPE that were not chosen, and in all other lanes. */
  readonly otherLanes: readonly LaneSum[];
  /** SHA-256 of the files that would be built, in their order: what somebody saw and said yes to. */
  readonly seal: string;
};

/** Works out the files of a choice, without writing anything. */
export async function proposeDeclarations(
  t: Tenant,
  choice: DeclarationChoice,
): Promise<DeclarationProposal> {
  const { importerNumbers, filerCodes, lanes } = choice;
  const filing = await organizationSettingsOf(t).filing();
  const found = await declarableEntries(t, importerNumbers, CAPE_LANES);
  const inClaims = await claimedEntries(t);
  // On a claim that CBP has not dropped it from, ours or another's, it may be accepted any day.
  const isClaimed = (number: EntryNumber): boolean =>
    (inClaims.get(number) ?? []).some(({ row }) => row.outcome !== "failed");
  const choosable = found.map((entry) => {
    const alreadyDeclared = entry.declarationId !== null;
    const claimUnanswered = entry.claimUnanswered || (!alreadyDeclared && isClaimed(entry.number));
    return { ...entry, alreadyDeclared, claimUnanswered };
  });
  const isChosenFiler = (code: FilerCode): boolean => filerCodes === null || filerCodes.includes(code);
  const chosen = choosable.filter(
    ({ lane, number }) => lanes.includes(lane) && isChosenFiler(filerCodeOf(number)),
  );
  const plan = buildDeclarations(chosen, filing);
  const held = plan.refused.flatMap(({ candidate }) => candidate.declarationId ?? []);
  return {
    filing,
    choosable,
    plan,
    holders: await declarationsOf(t).holders([...new Set(held)]),
    otherLanes: (await sumsOutsideLanes(t, importerNumbers, lanes)).filter(({ filerCode }) =>
      isChosenFiler(filerCode),
    ),
    seal: sealOf(plan),
  };
}

function sealOf({ batches }: DeclarationPlan): string {
  const hash = createHash("sha256");
  for (const { importerNumbers, filerCode, part, parts, entries } of batches) {
    hash.update(`${importerNumbers.join(",")} ${filerCode} ${String(part)} of ${String(parts)}\n`);
    for (const { number } of entries) hash.update(`${number}\n`);
  }
  return hash.digest("hex");
}
