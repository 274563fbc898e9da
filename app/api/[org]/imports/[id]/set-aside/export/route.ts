import { z } from "zod";

import { toSetAsideRow } from "@/app/[org]/imports/import-rows";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { csvDownload } from "@/lib/files/csv-download";
import { toCsvLine } from "@/lib/files/safe-cell";
import { SET_ASIDE_EXPORT_HEADINGS } from "@/lib/wording/entry-export";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

const ROWS_PER_PIECE = 1000;

/** Every row of a file that was set aside, with why and with its cells as they stand in the file. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const scope = member.value;
  const found = z.uuid().safeParse(id).success
    ? await inOrganization(scope, (t) => importsOf(t).find(id))
    : null;
  if (!found) return refusal(404, "There is no such import.");
  return csvDownload(`set-aside_${scope.orgSlug}_${today()}.csv`, piecesOf(scope, found));
}

async function* piecesOf(scope: OrgScope, { id, fileName, mapping }: StoredImport): AsyncGenerator<string> {
  yield toCsvLine([...SET_ASIDE_EXPORT_HEADINGS, ...mapping.map(({ header }) => header)]);
  for (let after = 0; ;) {
    const from = after;
    const rows = await inOrganization(scope, (t) =>
      importsOf(t).setAsideRows(id, from, ROWS_PER_PIECE, null),
    );
    yield rows
      .map((row) => {
        const { line, reason, remedy } = toSetAsideRow(row, fileName);
        return toCsvLine([{ figure: String(line) }, reason, remedy, ...row.cells]);
      })
      .join("");
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_PER_PIECE) return;
    after = last.fileRow;
  }
}
