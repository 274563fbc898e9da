import { refusal } from "@/lib/auth/refusal";
import { now, today } from "@/lib/clock";
import { download } from "@/lib/files/download";
import { worksheetPdf } from "@/lib/packet/worksheet-pdf";

import { readCalculationQuery, readDeposit } from "../calculation";
import { toCalculation } from "../calculation-rows";
import { toWorksheetCsv } from "./worksheet-csv";

/** The worksheet of the calculation that the address carries, as CSV or PDF. */
export function GET(request: Request): Response {
  const search = new URL(request.url).searchParams;
  const query = readCalculationQuery(Object.fromEntries(search));
  const reading = readDeposit(query, today());
  if (reading.kind === "problems") return refusal(400, Object.values(reading.problems).join(" "));
  const { worksheet } = toCalculation(reading.deposit, query);
  return search.get("form") === "csv"
    ? download(toWorksheetCsv(worksheet.parts, worksheet.total), {
        fileName: "interest-worksheet.csv",
        mediaType: "text/csv; charset=utf-8",
      })
    : download(worksheetPdf(worksheet, now()), {
        fileName: "interest-worksheet.pdf",
        mediaType: "application/pdf",
      });
}
