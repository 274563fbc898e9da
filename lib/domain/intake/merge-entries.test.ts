import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Entry, TariffLine } from "../entry";
import { knownValue, valuesOf } from "../facts";
import { usdText } from "../money";
import { assembled } from "../testing/a-table";
import { aNumber, anEntry } from "../testing/an-entry";
import { ES003_HEADER, randomTable, SHOWN_ENTRY } from "../testing/random-tables";
import { setAsideCount } from "./accounting";
import { combineFiles } from "./combine-files";
import { FACT_NAMES } from "./fact-values";
import { mergeEntries } from "./merge-entries";

const NUMBER = SHOWN_ENTRY;
const ES003 = ES003_HEADER;
const BROKER = "Entry Number|Line No|HTS Code|Duty|Origin|Liquidation Date|Importer Number";

const combined = (files: Record<string, readonly string[]>) =>
  combineFiles(new Map(Object.entries(files).map(([name, lines]) => [name, assembled(lines, name)])));
const es003 = (...rows: string[]) => [ES003, ...rows.map((row) => `${NUMBER}|${row}`)];
const broker = (...rows: string[]) => [BROKER, ...rows.map((row) => `${NUMBER}|${row}`)];
const theEntry = (files: Record<string, readonly string[]>): Entry => {
  const entry = combined(files).entries.get(aNumber(NUMBER));
  if (entry === undefined) throw new Error("No entry");
  return entry;
};
const duties = (lines: readonly TariffLine[]) =>
  lines.map(({ duty }) => (duty === null ? "?" : usdText(duty)));

describe("two files with one entry", () => {
  it("R17: n equal rows are one used row and n-1 set aside, across files too", () => {
    const row = "1|1|99030124|5|01/23/2026|";
    const { accountings } = combined({
      "a.csv": es003(row, row),
      "b.csv": es003(row),
      "c.csv": es003(row, row),
    });
    const all = [...accountings.values()];
    expect(all.map(({ used }) => used)).toEqual([1, 0, 0]);
    expect(all.map(({ setAside }) => setAside["identical-repeat"])).toEqual([1, 1, 2]);
  });

  it("never count money twice when one has ordinals and the other has not", () => {
    const entry = theEntry({
      "a.csv": es003("1|1|99030124|5|01/23/2026|", "1|2|8413919085|7|01/23/2026|"),
      "b.csv": broker("1|9903.01.24|5|CN|2026-01-23|", "1|8413.91.9085|7|CN|2026-01-23|"),
    });
    expect(duties(entry.lines)).toEqual(["5.00", "7.00"]);
    expect(entry.conflicts).toEqual([]);
  });

  it("R7: a new liquidation date makes a repeat, and a fact with two values", () => {
    const entry = theEntry({
      "a.csv": es003("1|1|99030124|5|01/23/2026|"),
      "b.csv": es003("1|1|99030124|5|02/24/2026|"),
    });
    expect(entry.lines).toHaveLength(1);
    expect(valuesOf(entry.facts.liquidationDate)).toEqual(["2026-01-23", "2026-02-24"]);
  });

  it("R13: zero against an amount is a conflict, and both rows move to set aside", () => {
    const { entries, accountings } = combined({
      "a.csv": es003("1|1|99030124|5||", "1|2|8413919085|7||"),
      "b.csv": es003("1|1|99030124|0||"),
    });
    const entry = entries.get(aNumber(NUMBER));
    expect(entry && duties(entry.lines)).toEqual(["7.00"]);
    expect(entry?.conflicts.map(({ variants }) => duties(variants).toSorted())).toEqual([["0.00", "5.00"]]);
    expect(accountings.get("a.csv")).toMatchObject({
      read: 2,
      used: 1,
      setAside: { "same-key-conflict": 1 },
    });
    expect(accountings.get("b.csv")).toMatchObject({
      read: 1,
      used: 0,
      setAside: { "same-key-conflict": 1 },
    });
  });

  it("R13: rows that are missing in the later file change nothing", () => {
    const full = es003("1|1|99030124|5||", "1|2|8413919085|7||");
    expect(duties(theEntry({ "a.csv": full, "b.csv": es003("1|2|8413919085|7||") }).lines)).toEqual([
      "5.00",
      "7.00",
    ]);
  });

  it("R14: two importer numbers stand side by side, two spellings of one do not", () => {
    const importers = (b: string) =>
      valuesOf(
        theEntry({ "a.csv": es003("1|1|99030124|5||89-123456700"), "b.csv": es003(`1|1|99030124|5||${b}`) })
          .facts.importerNumber,
      );
    expect(importers("96-765432100")).toEqual(["89-123456700", "96-765432100"]);
    expect(importers("89123456700")).toEqual(["89-123456700"]);
  });

  it("L29: one live file that shows the entry without a date is enough", () => {
    const entry = theEntry({
      "a.csv": es003("1|1|99030124|5||"),
      "b.csv": [...es003("1|1|99030124|5||"), "ZZX10000029|1|1|99030124|5|01/23/2026|"],
    });
    expect(knownValue(entry.facts.liquidationBlank)).toBe(true);
  });

  it("R16: a liquidation list adds its date to the duty rows of the other file", () => {
    const entry = theEntry({
      "a.csv": es003("1|1|99030124|5||"),
      "b.csv": ["Entry Number|Liquidation Date", `${NUMBER}|2026-01-23`],
    });
    expect(knownValue(entry.facts.liquidationDate)).toBe("2026-01-23");
    expect(entry.factRows).toHaveLength(1);
  });

  it("a third file can show that the odd row was another one, and the conflict is gone", () => {
    const files = {
      "a.csv": es003("1|1|99030124|5||"),
      "b.csv": broker("1|9903.01.24|6||2026-01-23|"),
    };
    expect(theEntry(files).conflicts).toHaveLength(1);
    const more = { ...files, "c.csv": es003("1|2|99030124|6||") };
    expect(duties(theEntry(more).lines)).toEqual(["5.00", "6.00"]);
    for (const accounting of combined(more).accountings.values())
      expect(accounting.used + setAsideCount(accounting)).toBe(accounting.read);
  });
});

it("two different answers to one question are no answer, one answer stands", () => {
  const entry = (answer: boolean | null) =>
    anEntry({ number: NUMBER, answers: { protestOnlyAboutIeepa: answer } });
  const merged = (a: boolean | null, b: boolean | null) =>
    mergeEntries(entry(a), entry(b)).entry.answers.protestOnlyAboutIeepa;
  expect([merged(true, null), merged(null, false), merged(true, true), merged(true, false)]).toEqual([
    true,
    false,
    true,
    null,
  ]);
});

describe("the order", { timeout: 20_000 }, () => {
  it("of the files changes nothing, and every row stays accounted for", () => {
    const files = fc
      .array(randomTable, { minLength: 2, maxLength: 4 })
      .chain((tables) =>
        fc.tuple(fc.constant(tables), fc.shuffledSubarray([...tables.keys()], { minLength: tables.length })),
      );
    fc.assert(
      fc.property(files, ([tables, order]) => {
        const named = tables.map(
          ({ header, rows }, index) =>
            [`${index}.csv`, assembled([header, ...rows], `${index}.csv`)] as const,
        );
        const shuffled = order.flatMap((index) => named.slice(index, index + 1));
        const forward = combineFiles(new Map(named));
        const other = combineFiles(new Map(shuffled));
        expect(other.entries).toEqual(forward.entries);
        for (const [name, accounting] of forward.accountings) {
          expect(accounting.used + setAsideCount(accounting)).toBe(accounting.read);
          expect(other.accountings.get(name)).toEqual(accounting);
          expect(Object.values(accounting.setAside).every((count) => count >= 0)).toBe(true);
        }
        const used = [...forward.entries.values()].flatMap(({ lines, factRows }) => [
          ...lines,
          ...(factRows ?? []),
        ]);
        expect(used).toHaveLength(
          [...forward.accountings.values()].reduce((sum, accounting) => sum + accounting.used, 0),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("of the rows changes neither money nor facts nor counts", () => {
    const told = ({ header, rows }: { header: string; rows: readonly string[] }) => {
      const { entries, accounting } = assembled([header, ...rows]);
      return {
        accounting,
        entries: [...entries.values()].map(({ lines, conflicts, facts }) => ({
          lines: lines.map(contentOf).toSorted(),
          conflicts: conflicts.map(({ variants }) => variants.map(contentOf).toSorted()).toSorted(),
          facts: FACT_NAMES.map((name) => valuesOf<unknown>(facts[name]).toSorted()),
        })),
      };
    };
    const contentOf = ({ lineNumber, ordinal, hts, duty, origin, value }: TariffLine) =>
      [lineNumber, ordinal, hts, duty?.toFixed(), origin, value?.toFixed()].join(" ");
    fc.assert(
      fc.property(
        randomTable.chain(({ header, rows }) =>
          fc.record({
            header: fc.constant(header),
            rows: fc.constant(rows),
            shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
          }),
        ),
        ({ header, rows, shuffled }) => {
          expect(told({ header, rows: shuffled })).toEqual(told({ header, rows }));
        },
      ),
      { numRuns: 200 },
    );
  });
});
