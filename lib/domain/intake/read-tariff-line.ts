import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { parseHtsNumber } from "../identifiers";
import type { Usd } from "../money";
import { fingerprintReaderFor } from "./fingerprint";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell } from "./raw-row";
import { readAmount } from "./read-amount";
import { readCount, readOrigin } from "./read-codes";
import type { Complain } from "./read-facts";
import { detached, remembered } from "./remember";
import { cellAt } from "./row-shape";

export type TariffLineReader = (
  cells: readonly string[],
  source: FactSource,
  complain: Complain,
) => TariffLine | null;

/**
 * Reads the tariff number of a row with its value and duty; null when the row has neither tariff number nor duty.
 * An unreadable duty stays unknown: it is neither zero nor a reason to lose the row.
 */
export function tariffLineReaderFor({ at, comparedColumns, otherColumns }: FileLayout): TariffLineReader {
  const spi = remembered((cell) => cellText(cell).toUpperCase() || null);
  const tariffNumber = remembered((cell) => {
    const htsFound = cellText(cell);
    return { htsFound, hts: parseHtsNumber(htsFound) };
  });
  const longCount = remembered(readCount);
  const count = (cell: string): string | null => (cell.length === 1 ? readCount(cell) : longCount(cell));
  const origin = remembered(readOrigin);
  const fingerprint = fingerprintReaderFor(otherColumns);

  return (cells, source, complain) => {
    const { hts, htsFound } = tariffNumber(cellAt(cells, at.htsNumber) ?? "");
    const dutyFound = cellText(cellAt(cells, at.dutyAmount));
    if (htsFound === "" && dutyFound === "") return null;
    const { row } = source;
    if (hts === null && htsFound !== "")
      complain("htsNumber", (cell) => ({ kind: "tariff-number-unreadable", row, ...cell }));
    const originCell = cellAt(cells, at.countryOfOrigin) ?? "";
    const country = origin(originCell);
    if (country === null && !isBlankCell(originCell))
      complain("countryOfOrigin", (cell) => ({ kind: "origin-unreadable", row, ...cell }));
    return {
      source,
      lineNumber: count(cellAt(cells, at.entryLineNumber) ?? ""),
      ordinal: count(cellAt(cells, at.tariffOrdinal) ?? ""),
      hts,
      htsFound,
      value: amountOrComplaint(cellAt(cells, at.goodsValue) ?? "", () =>
        complain("goodsValue", (cell) => ({ kind: "value-unreadable", row, ...cell })),
      ),
      duty: amountOrComplaint(dutyFound, () =>
        complain("dutyAmount", (cell) => ({ kind: "duty-unreadable", row, ...cell })),
      ),
      dutyFound: detached(dutyFound),
      origin: country,
      spi: spi(cellAt(cells, at.spiCode) ?? ""),
      columns: comparedColumns,
      otherCells: fingerprint(cells),
    };
  };
}

function amountOrComplaint(cell: string, complain: () => void): Usd | null {
  const reading = readAmount(cell);
  if (reading.kind === "unreadable") complain();
  return reading.kind === "amount" ? reading.amount : null;
}
