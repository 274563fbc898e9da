import { today } from "@/lib/clock";
import { download } from "@/lib/files/download";

import { readCalculationQuery, readPastedRows } from "../calculation";
import { toManyDeposits } from "../calculation-rows";
import { toRowsCsv } from "./rows-csv";

/** Every pasted row of the address with its interest, or why it has none. */
export function GET(request: Request): Response {
  const query = readCalculationQuery(Object.fromEntries(new URL(request.url).searchParams));
  return download(toRowsCsv(toManyDeposits(readPastedRows(query, today()), query)), {
    fileName: "interest-rows.csv",
    mediaType: "text/csv; charset=utf-8",
  });
}
