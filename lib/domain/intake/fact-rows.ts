import type { FactRow } from "../entry";
import type { FactSource } from "../facts";
import { bySource } from "./compared-cells";
import type { FactValues } from "./fact-values";
import { groupBy } from "./group-by";

/** All facts of a row as one text, whatever the order of its columns. */
export const contentOf = (facts: FactValues): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${String(value)}`)
    .toSorted()
    .join("\u001F");

/** Rows without a tariff number: equal ones are one used row, and rows that differ are all used. */
export function settleFactRows(rows: readonly FactRow[]): {
  readonly used: readonly FactRow[];
  readonly repeats: readonly { readonly source: FactSource; readonly twin: FactSource }[];
} {
  if (rows.length === 0) return NOTHING;
  const groups = [...groupBy(rows, ({ content }) => content).values()].map((group) =>
    group.toSorted(bySource),
  );
  return {
    used: groups.flatMap((group) => group.slice(0, 1)).toSorted(bySource),
    repeats: groups.flatMap(([first, ...rest]) =>
      first === undefined ? [] : rest.map(({ source }) => ({ source, twin: first.source })),
    ),
  };
}

const NOTHING = { used: [], repeats: [] } as const; // what nearly every entry has
