import { download, XLSX_MEDIA_TYPE } from "@/lib/files/download";
import { templateWorkbook } from "@/lib/files/template-workbook";

let made: Promise<Buffer> | undefined;

/** The template as a workbook, made once in the life of the process. */
export async function GET(): Promise<Response> {
  return download(await (made ??= templateWorkbook()), {
    fileName: "capedesk-template.xlsx",
    mediaType: XLSX_MEDIA_TYPE,
  });
}
