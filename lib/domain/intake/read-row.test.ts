import fc from "fast-check";
import { expect, it } from "vitest";

import { rawRows } from "../testing/a-table";
import type { FileLayout } from "./layout";
import { rowReaderFor } from "./read-row";
import { recogniseHeader } from "./recognise-header";

const HEADINGS =
  "Entry Summary Number|Entry Type Code|Importer Name|Entry Date|Liquidation Date|Reliquidation Date|Protest Number|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Country of Origin Code|Line Tariff Goods Value Amount|Line Tariff Duty Amount|Line Tariff Quantity (1)";

const layout = ((): FileLayout => {
  const header = recogniseHeader(rawRows(HEADINGS));
  if (header.kind !== "recognised") throw new Error(header.kind);
  return header.layout;
})();

const someRows = fc.array(
  fc
    .tuple(
      fc.constantFrom("ZZX10000011", "ZZX-1000002-9", "401234562", "TOTAL", ""),
      fc.constantFrom("01", "1", "x", ""),
      fc.constantFrom("NORTHFIELD 49 IMPORTS LLC", "NORTHFIELD 50 IMPORTS LLC", "-", ""),
      fc.constantFrom("09/15/2025", "2025-09-15", "15/09/2025", "soon", ""),
      fc.constantFrom("05/01/2026", "x", ""),
      fc.constantFrom("06/05/2026", "04/03/2026", "x", ""),
      fc.constantFrom("520126100045", "-", ""),
      fc.constantFrom("1", "01", "Total", ""),
      fc.constantFrom("1", "2", ""),
      fc.constantFrom("99030124", "9903.01.24", "8413919085", "84", ""),
      fc.constantFrom("CN", "cn", "China", ""),
      fc.constantFrom("$1,234.50", "1234.5", "x", ""),
      fc.constantFrom("$0.00", "(5.00)", "1.2.3", ""),
      fc.constantFrom("12", "12.0", "", "12|too many"),
    )
    .map((cells) => cells.join("|")),
  { maxLength: 8 },
);

it("reads a row the same whatever rows stood above it", () => {
  fc.assert(
    fc.property(someRows, (lines) => {
      const rows = rawRows(HEADINGS, ...lines).slice(1);
      const read = rowReaderFor(layout, "a.csv");
      expect(rows.map((row) => read(row))).toEqual(rows.map((row) => rowReaderFor(layout, "a.csv")(row)));
    }),
  );
});
