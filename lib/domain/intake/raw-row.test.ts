import fc from "fast-check";
import { expect, it } from "vitest";

import { cellText } from "./raw-row";

/** Step by step, without asking first whether there is anything to do. */
function workedOut(cell: string): string {
  let text = cell.trim();
  if (text.startsWith("=")) text = (/^=\s*"(.*)"$/s.exec(text)?.[1] ?? text).trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text.replaceAll(/\s+/g, " ");
}

const someCell = fc
  .oneof(
    fc.array(
      fc.constantFrom(" ", "  ", "=", '"', "'", "a", "4,251", "\u00a0", "\t", "\n", "Ü", "~", "\u007f"),
      {
        maxLength: 6,
      },
    ),
    fc.array(fc.string({ unit: "binary", maxLength: 4 }), { maxLength: 3 }),
  )
  .map((parts) => parts.join(""));

it("a cell says the same whether or not it is plain enough to be taken as it is", () => {
  fc.assert(
    fc.property(someCell, (cell) => {
      expect(cellText(cell)).toBe(workedOut(cell));
    }),
    { numRuns: 5_000 },
  );
});
