import { readEntryQuery, toEntryFilter } from "@/app/[org]/entries/entry-query";
import { requireMemberForApi } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { decidedBy } from "@/lib/data/entry-export";
import { listEntries, type EntryFilter, type EntryOrder, type PageAnchor } from "@/lib/data/entry-list";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { ENTRY_EXPORT_HEADINGS } from "@/lib/wording/entry-export";

import { toEntryLine } from "./entry-line";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

const ENTRIES_PER_PIECE = 1000;

/** Every entry of the list's filter, in its order, whatever page was shown. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const scope = member.value;
  const { searchParams } = new URL(request.url);
  const query = readEntryQuery(
    Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])),
  );
  return csvDownload(`entries_${scope.orgSlug}_${today()}.csv`, piecesOf(scope, toEntryFilter(query), query));
}

/** One short transaction for each piece: a slow reader holds no connection. Keyset paging loses and repeats no entry. */
async function* piecesOf(scope: OrgScope, filter: EntryFilter, order: EntryOrder): AsyncGenerator<string> {
  yield toCsvLine(ENTRY_EXPORT_HEADINGS);
  const importers = await inOrganization(scope, (t) => importersOf(t).list());
  const names = new Map(importers.map(({ number, name }) => [number, name]));
  let anchor: PageAnchor = null;
  do {
    const { entries, decided } = await readPiece(scope, filter, order, anchor);
    yield entries.map((entry) => toEntryLine(entry, names, decided.get(entry.number))).join("");
    const last = entries.at(-1);
    anchor = last && entries.length === ENTRIES_PER_PIECE ? { side: "after", cursor: last.cursor } : null;
  } while (anchor !== null);
}

const readPiece = (scope: OrgScope, filter: EntryFilter, order: EntryOrder, anchor: PageAnchor) =>
  inOrganization(scope, async (t) => {
    const entries = await listEntries(t, filter, order, anchor, ENTRIES_PER_PIECE);
    return {
      entries,
      decided: await decidedBy(
        t,
        entries.map(({ number }) => number),
      ),
    };
  });
