import type { TariffLine } from "../entry";
import type { FileLayout } from "./layout";
import type { LinesReader } from "./lines-reader";
import { tariffLineReaderFor } from "./read-tariff-line";
import { wideLinesReaderFor } from "./read-wide-lines";

export function linesReaderFor(layout: FileLayout): LinesReader {
  if (layout.report === "broker-wide") return wideLinesReaderFor(layout);
  const readLine = tariffLineReaderFor(layout);
  return (cells, source, complain) => {
    const line = readLine(cells, source, complain);
    return line === null ? NO_LINES : [line];
  };
}

export const NO_LINES: readonly TariffLine[] = [];
