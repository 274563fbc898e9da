import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { loadEntries } from "@/lib/data/entries-load";
import { routeEntries, type RouteEntry } from "@/lib/data/route-entries";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { err, ieepaLinesOf, ok, protestDetails, type ProtestedLine, type Result } from "@/lib/domain";

export type TooManyEntries = { readonly kind: "too-many-entries"; readonly max: number };

const ENTRIES_MAX = 20_000;
const ENTRIES_PER_PIECE = 500;

/** Every change that a protest of one importer asks for, over all its entries that can still be protested. */
export async function protestSheet(
  scope: OrgScope,
  importerNumber: string,
): Promise<Result<readonly ProtestedLine[], TooManyEntries>> {
  const entries = await inOrganization(scope, (t) =>
    routeEntries(t, { lane: "protest", importerNumber }, ENTRIES_MAX + 1),
  );
  // A sheet that leaves entries out would let their last day pass.
  if (entries.length > ENTRIES_MAX) return err({ kind: "too-many-entries", max: ENTRIES_MAX });
  const lines: ProtestedLine[] = [];
  for (let at = 0; at < entries.length; at += ENTRIES_PER_PIECE)
    lines.push(...(await linesOf(scope, entries.slice(at, at + ENTRIES_PER_PIECE))));
  return ok(lines);
}

const linesOf = (scope: OrgScope, entries: readonly RouteEntry[]): Promise<readonly ProtestedLine[]> =>
  inOrganization(scope, async (t) => {
    const query = queryOf(t);
    const sources = await loadEntries(
      query,
      t.orgId,
      entries.map(({ number }) => number),
    );
    const column1 = await column1RatesOf(query, t.orgId);
    return entries.flatMap(({ number, liquidationDate, lastDays }) => {
      const source = sources.get(number);
      if (!source) throw new Error(`Entry ${number} is screened and not there`);
      return protestDetails({
        number,
        liquidatedOn: liquidationDate,
        lastDay: lastDays.protest ?? null,
        lines: ieepaLinesOf(source, column1),
      });
    });
  });
