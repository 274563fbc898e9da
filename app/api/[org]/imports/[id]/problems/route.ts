import { z } from "zod";

import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { annotateImport } from "@/lib/usecases/repair-workbook";
import { describeRepairProblem } from "@/lib/wording/repairs";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** The rows with a problem as a workbook, or with `?rows=all` every row up to a bound. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org, "entries:read");
  if (!member.ok) return member.problem;
  const everyRow = new URL(request.url).searchParams.get("rows") === "all";
  if (!z.uuid().safeParse(id).success) return refusal(404, NOT_KNOWN);
  const file = await annotateImport(member.value, id, everyRow);
  if (file.ok)
    return download(file.value.content, { fileName: file.value.fileName, mediaType: XLSX_MEDIA_TYPE });
  return file.problem.kind === "not-repairable"
    ? refusal(404, NOT_KNOWN)
    : refusal(503, describeRepairProblem(file.problem));
}

const NOT_KNOWN = "There is no such import, or its rows are not known.";
