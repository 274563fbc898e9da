import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { decidedBy, type DecidedBy } from "@/lib/data/entry-export";
import { importersOf } from "@/lib/data/importers";
import { routeEntries, type RouteEntry } from "@/lib/data/route-entries";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Lane, type Result } from "@/lib/domain";

import type { TooManyEntries } from "./protest-sheet";

export type CounselEntry = RouteEntry & {
  readonly importerName: string | null;
  readonly decided: DecidedBy | undefined;
};

const ENTRIES_MAX = 50_000;

/** The entries of a lane that ends outside CAPE, each with why; for a list that counsel reads. */
export async function entriesForCounsel(
  scope: OrgScope,
  lane: Lane,
  importerNumber: string | null,
): Promise<Result<readonly CounselEntry[], TooManyEntries>> {
  return inOrganization(scope, async (t) => {
    const entries = await routeEntries(t, { lane, importerNumber }, ENTRIES_MAX + 1);
    if (entries.length > ENTRIES_MAX) return err({ kind: "too-many-entries", max: ENTRIES_MAX });
    const decided = await decidedBy(
      t,
      entries.map(({ number }) => number),
    );
    const names = new Map((await importersOf(t).list()).map(({ number, name }) => [number, name]));
    return ok(
      entries.map((entry) => ({
        ...entry,
        importerName: names.get(entry.importerNumber ?? "") ?? null,
        decided: decided.get(entry.number),
      })),
    );
  });
}
