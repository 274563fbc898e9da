import { now } from "@/lib/clock";
import { RULES } from "@/lib/domain";
import { download } from "@/lib/files/download";
import { checklistPdf } from "@/lib/packet/checklist-pdf";

/** The checklist as a PDF. */
export function GET(): Response {
  return download(checklistPdf(RULES.version, now()), {
    fileName: "cape-checklist.pdf",
    mediaType: "application/pdf",
  });
}
