import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { day } from "../day";
import type { Entry, EntryAnswers, EntryFactName } from "../entry";
import { screenEntry, type ScreeningContext } from "../eligibility/screen-entry";
import { valuesOf } from "../facts";
import { combineFiles } from "../intake/combine-files";
import { FACT_NAMES } from "../intake/fact-values";
import { mergeEntries } from "../intake/merge-entries";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { assembled } from "../testing/a-table";
import { aNumber } from "../testing/an-entry";
import { NO_ANSWERS } from "./answers";
import { asSettled, choiceOfFact, choiceOfRows, sightingsOf } from "./as-settled";
import { conflictsOf } from "./conflicts";
import { settleFact, settleRows } from "./settle";

const NUMBER = aNumber("ZZX10000011");
const CONTEXT: ScreeningContext = {
  asOf: day("2026-11-21"),
  column1: NO_COLUMN1_RATES,
  rateClass: "corporation",
};
const RECORD = { by: "Ana Reyes", at: "2026-11-21T14:03:00.000Z" };

const HEADINGS = {
  entry: "Entry Summary Number",
  type: "Entry Type Code",
  entered: "Entry Date",
  liquidated: "Liquidation Date",
  status: "Liquidation Status",
  importer: "Importer Number",
  line: "Entry Summary Line Number",
  ordinal: "Tariff Ordinal Number",
  hts: "HTS Number - Full",
  origin: "Country of Origin Code",
  duty: "Line Tariff Duty Amount",
} as const;
type Column = keyof typeof HEADINGS;

const cell = (...texts: string[]) => fc.constantFrom(...texts);
// No liquidation before an entry date: a choice that makes the only liquidation impossible leaves it unknown (D7).
const row = fc.record<Record<Column, string>>({
  entry: fc.constant(NUMBER),
  type: cell("01", "01", "03", "08"),
  entered: cell("09/15/2025", "09/16/2025", ""),
  liquidated: cell("", "01/10/2026", "07/01/2026", "10/01/2026"),
  status: cell("", "Liquidated", "Unliquidated", "Suspended"),
  importer: cell("89-123456700", "96-765432100"),
  line: cell("1", "1", "2", ""),
  ordinal: cell("1", "2", ""),
  hts: cell("99030125", "99030124", "99038803", "8413919085"),
  origin: cell("CN", "DE"),
  duty: cell("5.00", "6.00", "0", "-1.00", ""),
});
const columns = fc.constantFrom<readonly Column[]>(
  Object.keys(HEADINGS) as Column[],
  ["entry", "type", "entered", "line", "hts", "duty"],
  ["entry", "line", "ordinal", "hts", "origin", "duty", "liquidated"],
);
const file = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 4 }), columns)
  .map(([rows, names]) => [
    names.map((name) => HEADINGS[name]).join("|"),
    ...rows.map((cells) => names.map((name) => cells[name]).join("|")),
  ]);
const files = fc.array(file, { minLength: 1, maxLength: 3 });

function entryIn(texts: readonly (readonly string[])[], order = texts.map((_, index) => index)): Entry {
  const named = order.map((index) => {
    const name = `${String(index)}.csv`;
    return [name, assembled(texts[index] ?? [], name)] as const;
  });
  const entry = combineFiles(new Map(named)).entries.get(NUMBER);
  if (entry === undefined) throw new Error("No entry");
  return entry;
}

/** Every single choice that the entry offers. */
function choicesOn(entry: Entry): readonly EntryAnswers[] {
  const onFacts = FACT_NAMES.flatMap((fact) => {
    const shown = valuesOf(sightingsOf(entry, fact));
    return shown.length < 2 ? [] : shown.map((value) => settleFact(entry, { fact, value, shown }, RECORD));
  });
  const onRows = entry.conflicts.flatMap(({ variants }) => {
    const shown = variants.map(({ source }) => source);
    return shown.map((chosen) => settleRows(entry, { chosen, shown }, RECORD));
  });
  return [...onFacts, ...onRows].map((settled) => {
    if (!settled.ok) throw new Error(settled.problem.kind);
    return settled.value;
  });
}

/** The entry after one of the choices it offers, if there is any. */
function settledSomehow(entry: Entry, pick: number): Entry {
  const choices = choicesOn(entry);
  return { ...entry, answers: choices[pick % choices.length] ?? NO_ANSWERS };
}

const isTorn = (entry: Entry, fact: EntryFactName): boolean =>
  valuesOf(sightingsOf(entry, fact)).length > 1 && choiceOfFact(entry, fact) === null;

describe("a choice", () => {
  it("never widens the possible lanes nor the amount", () => {
    fc.assert(
      fc.property(files, (texts) => {
        const entry = entryIn(texts);
        const before = screenEntry(entry, CONTEXT);
        for (const answers of choicesOn(entry)) {
          const after = screenEntry({ ...entry, answers }, CONTEXT);
          expect(before.possibleLanes).toEqual(expect.arrayContaining([...after.possibleLanes]));
          expect(after.ieepaPaid.min.greaterThanOrEqualTo(before.ieepaPaid.min)).toBe(true);
          const { max } = before.ieepaPaid;
          if (max !== null) expect(after.ieepaPaid.max?.lessThanOrEqualTo(max)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("always settles what it was made on, and nothing else", () => {
    fc.assert(
      fc.property(files, (texts) => {
        const entry = entryIn(texts);
        const openIn = (each: Entry): number =>
          FACT_NAMES.filter((fact) => isTorn(each, fact)).length +
          each.conflicts.filter((conflict) => choiceOfRows(each, conflict) === null).length;
        for (const answers of choicesOn(entry)) expect(openIn({ ...entry, answers })).toBe(openIn(entry) - 1);
      }),
      { numRuns: 60 },
    );
  });

  it("is not moved by the same files read again, in whatever order", () => {
    fc.assert(
      fc.property(files, fc.nat(), (texts, pick) => {
        const settled = settledSomehow(entryIn(texts), pick);
        const again = entryIn(texts, texts.map((_, index) => index).toReversed());
        for (const { entry } of [mergeEntries(settled, again), mergeEntries(again, settled)]) {
          expect(entry.answers).toEqual(settled.answers);
          expect(screenEntry(entry, CONTEXT)).toEqual(screenEntry(settled, CONTEXT));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("comes to the same with a further file on either side", () => {
    fc.assert(
      fc.property(files, files, fc.nat(), (texts, later, pick) => {
        const settled = settledSomehow(entryIn(texts), pick);
        const added = entryIn(
          [...texts, ...later],
          later.map((_, index) => texts.length + index),
        );
        const [one, two] = [mergeEntries(settled, added).entry, mergeEntries(added, settled).entry];
        expect(two.answers).toEqual(one.answers);
        expect(screenEntry(two, CONTEXT)).toEqual(screenEntry(one, CONTEXT));
      }),
      { numRuns: 60 },
    );
  });

  it("seen twice is the choice seen once", () => {
    fc.assert(
      fc.property(files, fc.nat(), (texts, pick) => {
        const once = asSettled(settledSomehow(entryIn(texts), pick));
        expect(asSettled(once)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it("on a fact is opened by any value that was not there", () => {
    const values = fc.uniqueArray(cell("2026-01-10", "2026-07-01", "2026-10-01", "2026-10-02"), {
      minLength: 3,
    });
    fc.assert(
      fc.property(values, ([chosen = "", other = "", third = ""]) => {
        const asDate = (text: string) => text.replace(/(\d{4})-(\d{2})-(\d{2})/, "$2/$3/$1");
        const showing = (date: string) => [
          `${HEADINGS.entry}|${HEADINGS.hts}|${HEADINGS.duty}|${HEADINGS.liquidated}`,
          `${NUMBER}|99030125|5.00|${asDate(date)}`,
        ];
        const torn = entryIn([showing(chosen), showing(other)]);
        const choice = { fact: "liquidationDate", value: chosen, shown: [chosen, other] } as const;
        const answers = settleFact(torn, choice, RECORD);
        if (!answers.ok) throw new Error(answers.problem.kind);
        const settled = { ...torn, answers: answers.value };
        const opened = mergeEntries(settled, entryIn([[], [], showing(third)], [2])).entry;
        expect(conflictsOf(settled, CONTEXT).facts.map(({ state }) => state)).toEqual(["settled"]);
        expect(conflictsOf(opened, CONTEXT).facts.map(({ state }) => state)).toEqual(["reopened"]);
        expect(asSettled(opened).facts).toEqual(opened.facts);
      }),
    );
  });
});
