import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { parseHtsNumber } from "../identifiers";
import { fingerprintReaderFor } from "./fingerprint";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell } from "./raw-row";
import { readAmount } from "./read-amount";
import { readCount, readOrigin } from "./read-codes";
import type { ComplainAt } from "./lines-reader";
import { detached, remembered } from "./remember";
import { cellAt } from "./row-shape";

export type TariffLineReader = (
  cells: readonly string[],
  source: FactSource,
  complain: ComplainAt,
) => TariffLine | null;

/**
 * Reads the tariff number of a row with its value and duty; null when the row has neither tariff number nor duty.
 * An unreadable duty stays unknown: it is neither zero nor a reason to lose the row.
 */
export function tariffLineReaderFor({ at, comparedColumns, otherColumns }: FileLayout): TariffLineReader {
  // Taken out once: a layout knows some forty fields, and engines look those up by hashing their names.
  const { entryLineNumber, tariffOrdinal, htsNumber, goodsValue, dutyAmount, countryOfOrigin, spiCode } = at;
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
    const { hts, htsFound } = tariffNumber(cellAt(cells, htsNumber) ?? "");
    const dutyFound = cellText(cellAt(cells, dutyAmount));
    if (htsFound === "" && dutyFound === "") return null;
    const { row } = source;
    if (hts === null && htsFound !== "")
      complain(htsNumber, (cell) => ({ kind: "tariff-number-unreadable", row, ...cell }));
    const originCell = cellAt(cells, countryOfOrigin) ?? "";
    const country = origin(originCell);
    if (country === null && !isBlankCell(originCell))
      complain(countryOfOrigin, (cell) => ({ kind: "origin-unreadable", row, ...cell }));
    const value = readAmount(cellAt(cells, goodsValue) ?? "");
    if (value.kind === "unreadable")
      complain(goodsValue, (cell) => ({ kind: "value-unreadable", row, ...cell }));
    const duty = readAmount(dutyFound);
    if (duty.kind === "unreadable")
      complain(dutyAmount, (cell) => ({ kind: "duty-unreadable", row, ...cell }));
    return {
      source,
      lineNumber: count(cellAt(cells, entryLineNumber) ?? ""),
      ordinal: count(cellAt(cells, tariffOrdinal) ?? ""),
      hts,
      htsFound,
      value: value.kind === "amount" ? value.amount : null,
      duty: duty.kind === "amount" ? duty.amount : null,
      dutyFound: detached(dutyFound),
      origin: country,
      spi: spi(cellAt(cells, spiCode) ?? ""),
      columns: comparedColumns,
      otherCells: fingerprint(cells),
    };
  };
}
