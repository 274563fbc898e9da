import { z } from "zod";

import { toCounselRow } from "@/app/[org]/other-routes/route-rows";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { counselWorkbook } from "@/lib/packet/counsel-workbook";
import { entriesForCounsel } from "@/lib/usecases/other-routes";
import { formatCount } from "@/lib/wording/count";
import { COUNSEL_NOTES } from "@/lib/wording/other-routes";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** A list for counsel: `?lane=court` or `?lane=excluded`, of one importer or of all. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const { searchParams } = new URL(request.url);
  const lane = z.enum(["court", "excluded"]).catch("court").parse(searchParams.get("lane"));
  const importer = searchParams.get("importer")?.replaceAll("\0", "") ?? "";
  const entries = await entriesForCounsel(member.value, lane, importer === "" ? null : importer);
  if (!entries.ok)
    return refusal(
      400,
      `There are more than ${formatCount(entries.problem.max)} such entries. Choose one importer.`,
    );
  const workbook = await counselWorkbook(entries.value.map(toCounselRow), COUNSEL_NOTES);
  return download(workbook, { fileName: `${lane}_for-counsel_${today()}.xlsx`, mediaType: XLSX_MEDIA_TYPE });
}
