import type { ManyDeposits } from "@/components/tools/many-deposits";
import { CSV_START, toCsvLine, type ExportCell } from "@/lib/files/safe-cell";

const HEADINGS = ["Row", "Amount USD", "Deposited", "Through", "Interest USD", "Not read"];

const figure = (text: string): ExportCell => ({ figure: text });

/** What was pasted stands only where it could not be read; a total follows, of the rows that were. */
export function toRowsCsv({ rows, principal, interest, unread }: ManyDeposits): string {
  const lines = rows.map(({ row, text, problem, figures }): readonly ExportCell[] =>
    figures === null
      ? [figure(String(row)), null, null, null, null, `${text}: ${problem ?? ""}`]
      : [...[String(row), figures.principal, figures.from, figures.to, figures.interest].map(figure), null],
  );
  const notRead = unread === 0 ? null : `${String(unread)} not read and not in the total`;
  const total = ["Total", figure(principal), null, null, figure(interest), notRead];
  return CSV_START + [HEADINGS, ...lines, total].map(toCsvLine).join("");
}
