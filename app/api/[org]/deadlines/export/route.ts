import { readDeadlineQuery, toDeadlineFilter } from "@/app/[org]/deadlines/deadline-query";
import { requireMemberForApi } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { listClocks, type ClockCursor, type DeadlineFilter } from "@/lib/data/deadlines";
import { inOrganization } from "@/lib/data/tenant";
import type { Day } from "@/lib/domain";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { DEADLINE_EXPORT_HEADINGS } from "@/lib/wording/deadlines";

import { toClockLine } from "./clock-line";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

const CLOCKS_PER_PIECE = 2000;

/** Every clock of the filter, in the order of its last days, whatever page was shown. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const { searchParams } = new URL(request.url);
  const query = readDeadlineQuery(
    Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])),
  );
  const asOf = today();
  const pieces = piecesOf(member.value, toDeadlineFilter(query, asOf), asOf);
  return csvDownload(`deadlines_${member.value.orgSlug}_${asOf}.csv`, pieces);
}

/** One short transaction for each piece: a slow reader holds no connection. */
async function* piecesOf(scope: OrgScope, filter: DeadlineFilter, asOf: Day): AsyncGenerator<string> {
  yield toCsvLine(DEADLINE_EXPORT_HEADINGS);
  let after: ClockCursor | null = null;
  do {
    const clocks = await readPiece(scope, filter, after);
    yield clocks.map((clock) => toClockLine(clock, asOf)).join("");
    after = clocks.length === CLOCKS_PER_PIECE ? (clocks.at(-1) ?? null) : null;
  } while (after !== null);
}

const readPiece = (scope: OrgScope, filter: DeadlineFilter, after: ClockCursor | null) =>
  inOrganization(scope, (t) => listClocks(t, filter, after, CLOCKS_PER_PIECE));
