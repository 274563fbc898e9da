import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { annotateImport } from "@/lib/usecases/repair-workbook";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** The rows with a problem as a workbook, or with `?rows=all` every row up to a bound. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org, "entries:read");
  if (!member.ok) return member.problem;
  const everyRow = new URL(request.url).searchParams.get("rows") === "all";
  const file = z.uuid().safeParse(id).success ? await annotateImport(member.value, id, everyRow) : null;
  if (!file) return refusal(404, "There is no such import, or its rows are not known.");
  return download(file.content, { fileName: file.fileName, mediaType: XLSX_MEDIA_TYPE });
}
