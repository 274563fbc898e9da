import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

import { refusal } from "@/lib/auth/refusal";
import { now, today } from "@/lib/clock";
import { worksheetPdf } from "@/lib/packet/worksheet-pdf";

import { readCalculationQuery, readDeposit } from "../calculation";
import { toCalculation } from "../calculation-rows";
import { toWorksheetCsv } from "./worksheet-csv";

const HEADERS = { "x-content-type-options": "nosniff", "cache-control": "no-store" } as const;

/** The worksheet of the calculation that the address carries, as CSV or PDF. */
export function GET(request: Request): Response {
  const search = new URL(request.url).searchParams;
  const query = readCalculationQuery(Object.fromEntries(search));
  const reading = readDeposit(query, today());
  if (reading.kind === "problems") return refusal(400, Object.values(reading.problems).join(" "));
  const { worksheet } = toCalculation(reading.deposit, query);
  if (search.get("form") === "csv")
    return new Response(toWorksheetCsv(worksheet.parts, worksheet.total), {
      headers: {
        ...HEADERS,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="interest-worksheet.csv"',
      },
    });
  return new Response(
    Readable.toWeb(worksheetPdf(worksheet, now())) as ReadableStream<Uint8Array> as BodyInit,
    {
      headers: {
        ...HEADERS,
        "content-type": "application/pdf",
        "content-disposition": 'attachment; filename="interest-worksheet.pdf"',
      },
    },
  );
}
