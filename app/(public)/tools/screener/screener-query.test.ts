import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  ACCOUNT_ANSWERS,
  COURT_ANSWERS,
  day,
  IMPORTER_ANSWERS,
  LIQUIDATION_ANSWERS,
  OBSTACLES,
  PROTEST_SUBJECTS,
  TYPE_09_ANSWERS,
  YES_NO_UNSURE,
  screenerPath,
  type ScreenerAnswers,
} from "@/lib/domain";

import { toScreenerResult } from "./result-rows";
import { readScreenerQuery, screenerHref } from "./screener-query";
import { toQuestionScreen } from "./screener-rows";
import type { SearchParams } from "../../../search-params";

const AS_OF = day("2026-11-21");

const aDay = fc.constantFrom(null, day("2025-09-15"), day("2026-09-02"), day("2026-12-11"));
const someAnswers = fc.record(
  {
    importer: fc.constantFrom(...IMPORTER_ANSWERS),
    entry: fc.record({ ieepaPaid: fc.constantFrom(...YES_NO_UNSURE), enteredOn: aDay }),
    type: fc.constantFrom("01", "03", "21", "99", "outside-ace", "unsure"),
    liquidation: fc.record({ state: fc.constantFrom(...LIQUIDATION_ANSWERS), on: aDay }),
    commerce: fc.constantFrom(...YES_NO_UNSURE),
    obstacles: fc.record({ present: fc.subarray([...OBSTACLES]), unsure: fc.boolean() }),
    protestSubject: fc.constantFrom(...PROTEST_SUBJECTS),
    reconciliation: fc.record({ type09: fc.constantFrom(...TYPE_09_ANSWERS), dueOn: aDay }),
    account: fc.constantFrom(...ACCOUNT_ANSWERS),
    court: fc.constantFrom(...COURT_ANSWERS),
  },
  { requiredKeys: [] },
);

const paramsOf = (href: string) => {
  const search = new URL(href, "http://localhost").searchParams;
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
};

describe("the address of the screener", () => {
  it("carries every answer and nothing else", () => {
    fc.assert(
      fc.property(someAnswers, (answers: ScreenerAnswers) => {
        expect(readScreenerQuery(paramsOf(screenerHref(answers))).answers).toEqual(answers);
      }),
    );
  });

  it("gives a question or a result for whatever stands in it", () => {
    const names = ["importer", "ieepa", "entered", "type", "liquidation", "has", "due", "q", "sent"];
    const junk = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(junk, someAnswers, (texts, answers: ScreenerAnswers) => {
        const query = readScreenerQuery({ ...paramsOf(screenerHref(answers)), ...texts });
        const path = screenerPath(query.answers, AS_OF);
        if (path.next === null) expect(toScreenerResult(path, "http://localhost").title).not.toBe("");
        else expect(toQuestionScreen(path.next, path.asked.at(-2), query, AS_OF).question).not.toBe("");
      }),
      { numRuns: 60 },
    );
  });

  it.each<readonly [texts: SearchParams, what: string]>([
    [{ has: ["none", "protest"] }, "“None” beside an obstacle"],
    [{ has: [] }, "nothing ticked"],
    [{ ieepa: "yes", entered: "2025-02-30" }, "a day that is none"],
    [{ type: "1" }, "half a type"],
    [{ importer: "nobody" }, "another word"],
  ])("%j is no answer: %s", (texts, _) => {
    expect(readScreenerQuery(texts).answers).toEqual({});
  });

  it("says nothing of the amount it stands in for", () => {
    const href = screenerHref({
      importer: "we",
      entry: { ieepaPaid: "yes", enteredOn: day("2026-03-01") },
    });
    const path = screenerPath(readScreenerQuery(paramsOf(href)).answers, AS_OF);
    expect(JSON.stringify(toScreenerResult(path, ""))).not.toContain("0.01");
  });
});
