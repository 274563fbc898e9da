import { describe, expect, it } from "vitest";

import { findAnswers } from "./answer";
import { measureAsk } from "./testing/measure";
import { QUESTIONS } from "./testing/questions";

const GOAL = 0.95;

describe("questions as importers ask them", () => {
  it("are eighty or more, of which eight or more have no answer here", () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(80);
    expect(QUESTIONS.filter(({ pages }) => pages.length === 0).length).toBeGreaterThanOrEqual(8);
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(QUESTIONS.length);
  });

  it("find their page among the first three answers, or the answer says that it is not known", () => {
    const { tuned, heldOut } = measureAsk();
    const share = (tuned.met + heldOut.met) / (tuned.asked + heldOut.asked);
    expect(share, JSON.stringify(tuned.misses, null, 2)).toBeGreaterThanOrEqual(GOAL);
  });
});

describe("an answer", () => {
  it("quotes our own words with the heading they stand under", () => {
    const [first] = findAnswers("is interest compounded daily").answers;
    expect(first?.page).toBe("/library/interest");
    expect(first?.passages[0].passage.href).toMatch(/^\/library\/interest(#|$)/);
    expect(first?.passages[0].quoted.join(" ")).toContain("daily");
  });

  it("brings the rule with its law", () => {
    const { rules } = findAnswers("protest window days after liquidation");
    expect(rules.map(({ passage }) => passage.law).join(" ")).toContain("19 U.S.C. 1514(c)(3)");
  });

  it.each([
    ["interrest compouding", "/library/interest"],
    ["liqidation protets deadline", "/library/protests-and-courts"],
    ["wire transfer of the refund", "/library/ach-and-form-4811"],
  ])("bears typing errors and other words: %s", (question, page) => {
    expect(
      findAnswers(question)
        .answers.slice(0, 3)
        .map((answer) => answer.page),
    ).toContain(page);
  });

  it.each(["", "?", "the of and", "xyzzy plugh"])("is not known for %j", (question) => {
    expect(findAnswers(question)).toMatchObject({ known: false, answers: [], rules: [] });
  });

  it("to a bare entry number speaks of entry numbers, and the number is looked for nowhere", () => {
    const { understood, answers } = findAnswers("ABC-1234567-6");
    expect(understood).toHaveLength(1);
    expect(answers.slice(0, 3).map(({ page }) => page)).toContain("/library/entry-numbers");
  });
});
