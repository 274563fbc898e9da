import { z } from "zod";

import { toScanReport } from "@/app/[org]/imports/[id]/scan/scan-rows";
import { refusal } from "@/lib/auth/refusal";
import { requireMemberForApi } from "@/lib/auth/require-member";
import { now } from "@/lib/clock";
import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { scanPdf } from "@/lib/packet/scan-pdf";
import { scanWorkbook } from "@/lib/packet/scan-workbook";
import { scanImport } from "@/lib/usecases/scan-import";

type RouteContext = {
  readonly params: Promise<{ org: string; id: string }>;
};

/** Rows of each list: what people page through in print, and what Excel opens with ease. */
const ROWS_MAX = { pdf: 2_000, xlsx: 50_000 } as const;
/** The risk report of an import: `?form=pdf` or `?form=xlsx`. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { org, id } = await params;
  const member = await requireMemberForApi(org);
  if (!member.ok) return member.problem;
  const form = z.enum(["pdf", "xlsx"]).catch("pdf").parse(new URL(request.url).searchParams.get("form"));
  const scan = z.uuid().safeParse(id).success ? await scanImport(member.value, id, ROWS_MAX[form]) : null;
  if (!scan)
    return refusal(404, "There is no such report. An import has one once it was added to the books.");
  const report = toScanReport(scan, member.value.orgName);
  const fileName = `risk-report_${scan.stored.fileName.replace(/\.[^.]*$/, "")}.${form}`;
  return form === "pdf"
    ? download(scanPdf(report, now()), { fileName, mediaType: "application/pdf" })
    : download(await scanWorkbook(report), { fileName, mediaType: XLSX_MEDIA_TYPE });
}
