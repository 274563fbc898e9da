import type { Entry, FactRow, TariffLine } from "../entry";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import { NO_ANSWERS } from "../settlements/answers";
import { rowKey } from "./compared-cells";
import { contentOf, settleFactRows } from "./fact-rows";
import { addFacts, type FactsInTheMaking, type FactValues, noFactsYet, toEntryFacts } from "./fact-values";
import type { SetAsideReason } from "./row-problem";
import { settleLines } from "./settle-lines";

/** What the rows of one file have shown of an entry so far. */
export type EntryInTheMaking = {
  readonly first: FactSource;
  readonly facts: FactsInTheMaking;
  readonly lines: TariffLine[];
  readonly factRows: FactRow[];
  /** Of the last row: the next one nearly always shares them. */
  lastFacts: FactValues | null;
  /** Some row shows a liquidation date or status, readable or not. */
  liquidationShown: boolean;
};

/** A row that turned out to be a repeat or part of a conflict once all rows of its entry were there. */
export type SettledAside = {
  readonly source: FactSource;
  readonly reason: Extract<SetAsideReason, "identical-repeat" | "same-key-conflict">;
  readonly twin: FactSource | null;
};

export const startEntry = (first: FactSource): EntryInTheMaking => ({
  first,
  facts: noFactsYet(),
  lines: [],
  factRows: [],
  lastFacts: null,
  liquidationShown: false,
});

/** Adds one row: its tariff line, if it has one, and every fact the file has not shown with the same value before. */
export function addRow(
  making: EntryInTheMaking,
  row: {
    readonly source: FactSource;
    readonly line: TariffLine | null;
    readonly more: readonly TariffLine[];
    readonly facts: FactValues;
  },
): void {
  const { source, line, more, facts } = row;
  if (line === null) making.factRows.push({ source, content: contentOf(facts) });
  else making.lines.push(line);
  for (const another of more) making.lines.push(another);
  if (facts === making.lastFacts) return;
  making.lastFacts = facts;
  addFacts(making.facts, facts, source);
}

/**
 * The entry as this file shows it, and the rows it did not need. Where the file tells liquidations at all, an entry
 * without date and status is one that is not liquidated (inferred).
 */
export function finishEntry(
  number: EntryNumber,
  making: EntryInTheMaking,
  liquidationIsLive: boolean,
): { readonly entry: Entry; readonly setAside: readonly SettledAside[] } {
  if (liquidationIsLive && !making.liquidationShown)
    addFacts(making.facts, { liquidationBlank: true }, making.first);
  const { lines, conflicts, echoes, repeats } = settleLines(making.lines);
  const factRows = settleFactRows(making.factRows);
  return {
    entry: {
      number,
      facts: toEntryFacts(making.facts),
      lines,
      conflicts,
      echoes,
      factRows: factRows.used,
      claims: [],
      answers: NO_ANSWERS,
    },
    setAside: wholeRows(lines, [
      ...conflicts.flatMap(({ variants }) =>
        variants.map(({ source }) => asideAs("same-key-conflict", source, null)),
      ),
      ...repeats.map(({ line, twin }) => asideAs("identical-repeat", line.source, twin.source)),
      ...factRows.repeats.map(({ source, twin }) => asideAs("identical-repeat", source, twin)),
    ]),
  };
}

/** A row with several tariff numbers is used once one of them is, and otherwise set aside once. */
function wholeRows(used: readonly TariffLine[], aside: readonly SettledAside[]): readonly SettledAside[] {
  if (aside.length === 0) return aside;
  const seen = new Set(used.map(({ source }) => rowKey(source)));
  return aside.filter(({ source }) => {
    const isNew = !seen.has(rowKey(source));
    seen.add(rowKey(source));
    return isNew;
  });
}

const asideAs = (
  reason: SettledAside["reason"],
  source: FactSource,
  twin: FactSource | null,
): SettledAside => ({ source, reason, twin });
