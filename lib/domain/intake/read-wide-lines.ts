import { parseHtsNumber } from "../identifiers";
import type { ColumnField } from "../law/column-aliases";
import { isBelowZero } from "../money";
import { fingerprintReaderFor } from "./fingerprint";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell } from "./raw-row";
import type { LinesReader } from "./lines-reader";
import { readCount, readOrigin } from "./read-codes";
import { remembered } from "./remember";
import { cellAt } from "./row-shape";
import { chapter99Parts, commodityPart, type ComplainAt, type WidePart } from "./wide-parts";

/**
 * Reads one row of a wide report into tariff rows: each Chapter 99 number with its duty, the commodity number last.
 * The duty of a program that a row gives in one amount is never apportioned: it stands on the first duty number of the
 * program, whose text then names all. IEEPA duty without any IEEPA number has no number, as in a row without one. A row
 * with a negative amount is a correction, and only its amounts are read.
 */
export function wideLinesReaderFor(layout: FileLayout): LinesReader {
  const { at, comparedColumns, otherColumns } = layout;
  const fingerprint = fingerprintReaderFor(otherColumns);
  const numbersIn = remembered((cell) =>
    cellText(cell)
      .split(/[;,|/\s]+/)
      .flatMap((text) => parseHtsNumber(text) ?? []),
  );
  const cellOf = (cells: readonly string[], field: ColumnField) => cellAt(cells, at[field]) ?? "";

  return (cells, source, complain) => {
    const { row } = source;
    const complainOf: ComplainAt = (index, kind) => complain(index, (cell) => ({ kind, row, ...cell }));
    const htsCell = cellText(cellOf(cells, "htsNumber"));
    const own = parseHtsNumber(htsCell);
    if (own === null && htsCell !== "")
      complain(at.htsNumber, (cell) => ({ kind: "tariff-number-unreadable", row, ...cell }));
    const listed = [...(own?.startsWith("99") ? [own] : []), ...numbersIn(cellOf(cells, "additionalHts"))];
    const parts = [
      ...chapter99Parts(
        cells,
        listed.filter((hts) => hts.startsWith("99")),
        layout,
        complainOf,
      ),
      ...(own?.startsWith("99") ? [] : commodityPart(cells, own, htsCell, layout, complainOf)),
    ];
    const originCell = cellOf(cells, "countryOfOrigin");
    const origin = readOrigin(originCell);
    if (origin === null && !isBlankCell(originCell))
      complain(at.countryOfOrigin, (cell) => ({ kind: "origin-unreadable", row, ...cell }));
    const shared = {
      lineNumber: readCount(cellOf(cells, "entryLineNumber")),
      ordinal: null,
      origin,
      spi: cellText(cellOf(cells, "spiCode")).toUpperCase() || null,
      columns: comparedColumns,
      otherCells: fingerprint(cells),
    };
    return withoutEchoesOfCorrection(parts).map((part, index) => ({
      source: index === 0 ? source : { ...source, part: index },
      ...shared,
      ...part,
    }));
  };
}

/** Beside a negative amount the zeros and blanks of a correction would contradict the row it corrects. */
function withoutEchoesOfCorrection(parts: readonly WidePart[]): readonly WidePart[] {
  if (!parts.some(({ duty }) => isBelowZero(duty))) return parts;
  return parts.filter(({ duty, dutyFound }) => (duty === null ? dutyFound !== "" : !duty.isZero()));
}
