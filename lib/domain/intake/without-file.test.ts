import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { assembled } from "../testing/a-table";
import { aNumber } from "../testing/an-entry";
import { ES003_HEADER, randomTable, SHOWN_ENTRY } from "../testing/random-tables";
import { combineFiles } from "./combine-files";
import { entryChange } from "./entry-change";
import { withoutFile } from "./without-file";

const NUMBER = SHOWN_ENTRY;
const ES003 = ES003_HEADER;

const combined = (files: ReadonlyMap<string, readonly string[]>) =>
  combineFiles(new Map([...files].map(([name, lines]) => [name, assembled(lines, name)])));

const entryOf = (...files: readonly (readonly string[])[]) => {
  const named = new Map(files.map((lines, index) => [`${index}.csv`, lines]));
  return combined(named).entries.get(aNumber(NUMBER)) ?? null;
};

describe("an entry without one of its files", () => {
  it("is what the other files show of it, whichever file goes", () => {
    fc.assert(
      fc.property(fc.array(randomTable, { minLength: 1, maxLength: 4 }), fc.nat(), (tables, pick) => {
        const named = new Map(tables.map(({ header, rows }, index) => [`${index}.csv`, [header, ...rows]]));
        const gone = `${pick % tables.length}.csv`;
        const left = new Map([...named].filter(([name]) => name !== gone));
        const entry = combined(named).entries.get(aNumber(NUMBER));
        const others = [...left].flatMap(
          ([name, lines]) => assembled(lines, name).entries.get(aNumber(NUMBER)) ?? [],
        );
        expect(entry && withoutFile(entry, gone, others)).toEqual(
          combined(left).entries.get(aNumber(NUMBER)) ?? null,
        );
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe("what a file does to an entry", () => {
  const one = [ES003, `${NUMBER}|1|1|99030124|5||`];
  it.each([
    { name: "new", books: [], file: one, change: { kind: "new", linesAdded: 1 } },
    { name: "the same rows", books: one, file: one, change: { kind: "identical", linesAdded: 0, facts: [] } },
    {
      name: "another line",
      books: one,
      file: [ES003, `${NUMBER}|2|1|99030124|7||`],
      change: { kind: "changed", linesAdded: 1, linesCompleted: 0 },
    },
    {
      name: "a column more",
      books: [ES003.replace("|Tariff Ordinal Number", ""), `${NUMBER}|1|99030124|5||`],
      file: one,
      change: { kind: "changed", linesAdded: 0, linesCompleted: 1 },
    },
    {
      name: "a fact more",
      books: one,
      file: [ES003, `${NUMBER}|1|1|99030124|5||89-123456700`],
      change: { kind: "changed", facts: [{ fact: "importerNumber", before: [], added: ["89-123456700"] }] },
    },
    {
      name: "another value of a fact",
      books: [ES003, `${NUMBER}|1|1|99030124|5|01/23/2026|`],
      file: [ES003, `${NUMBER}|1|1|99030124|5|02/24/2026|`],
      change: {
        kind: "conflict",
        facts: [{ fact: "liquidationDate", before: ["2026-01-23"], added: ["2026-02-24"] }],
        rowsInConflict: 0,
      },
    },
    {
      name: "another amount",
      books: one,
      file: [ES003, `${NUMBER}|1|1|99030124|6||`],
      change: { kind: "conflict", facts: [], rowsInConflict: 1 },
    },
  ])("$name", ({ books, file, change }) => {
    const before = books.length === 0 ? null : entryOf(books);
    const after = books.length === 0 ? entryOf(file) : entryOf(books, file);
    expect(after && entryChange(before, after)).toMatchObject(change);
  });
});
