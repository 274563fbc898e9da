import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { protestWorkbook } from "@/lib/packet/protest-workbook";
import { protestSheet } from "@/lib/usecases/protest-sheet";
import { formatCount } from "@/lib/wording/count";

type RouteContext = {
  readonly params: Promise<{ org: string }>;
};

/** CBP's Protest Details Spreadsheet of one importer: `?importer=89-123456700`. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const importer = new URL(request.url).searchParams.get("importer")?.replaceAll("\0", "") ?? "";
  const lines = await protestSheet(member.value, importer);
  if (!lines.ok)
    return refusal(
      400,
      `This importer has more than ${formatCount(lines.problem.max)} entries to protest. Export them from the entries list, by month.`,
    );
  if (lines.value.length === 0) return refusal(404, "This importer has no entry that can be protested.");
  const fileName = `Protest Details Spreadsheet_${importer}_${today()}.xlsx`;
  return download(await protestWorkbook(lines.value), { fileName, mediaType: XLSX_MEDIA_TYPE });
}
