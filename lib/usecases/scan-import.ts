import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import {
  heldEntries,
  riskyEntries,
  scannedLanes,
  scannedRisks,
  screenedImport,
  stackedPairs,
  type HeldEntry,
  type ScannedEntry,
  type ScannedLane,
  type ScannedRisk,
  type StackedPair,
} from "@/lib/data/import-scan";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import {
  misprogrammed,
  programMonths,
  type Misprogrammed,
  type ProgramMonth,
} from "@/lib/data/program-totals";
import { inOrganization } from "@/lib/data/tenant";

/** Everything that can be said of the entries of an import before any of them is filed. */
export type ImportScan = {
  readonly stored: StoredImport;
  readonly screened: Awaited<ReturnType<typeof screenedImport>>;
  readonly lanes: readonly ScannedLane[];
  readonly risks: readonly ScannedRisk[];
  readonly risky: { readonly count: number; readonly entries: readonly ScannedEntry[] };
  readonly held: { readonly count: number; readonly entries: readonly HeldEntry[] };
  readonly stacked: readonly StackedPair[];
  readonly programs: readonly ProgramMonth[];
  readonly flags: Misprogrammed;
};

/** @param rowsMax - of each list; what is beyond is counted. Null: there is no such import in the books. */
export async function scanImport(
  scope: OrgScope,
  importId: string,
  rowsMax: number,
): Promise<ImportScan | null> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (stored?.state !== "committed") return null;
    const filter = { importerNumber: null, fromMonth: null, toMonth: null, importId };
    return {
      stored,
      screened: await screenedImport(t, importId),
      lanes: await scannedLanes(t, importId),
      risks: await scannedRisks(t, importId),
      risky: await riskyEntries(t, importId, rowsMax),
      held: await heldEntries(t, importId, rowsMax),
      stacked: await stackedPairs(t, importId),
      programs: await programMonths(t, filter),
      flags: await misprogrammed(t, filter, rowsMax),
    };
  });
}
