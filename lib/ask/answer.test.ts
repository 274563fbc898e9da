import { describe, expect, it } from "vitest";

import { findAnswers } from "./answer";
import { measureAsk } from "./testing/measure";
import { FIRST_QUESTIONS, SECOND_QUESTIONS } from "./testing/questions";

const GOAL = 0.95;
/** Fewer questions, and nobody may read which of them are missed. */
const HELD_OUT_GOAL = 0.9;

const QUESTIONS = [...FIRST_QUESTIONS, ...SECOND_QUESTIONS];

describe("questions as importers ask them", () => {
  it("are 160 or more, of which nineteen have no answer here, and none is asked twice", () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(160);
    expect(QUESTIONS.filter(({ pages }) => pages.length === 0)).toHaveLength(19);
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(QUESTIONS.length);
  });

  it("find their page among the first three answers, or the answer says that it is not known", () => {
    const { all, tunedOn } = measureAsk();
    expect(all.asked).toBe(QUESTIONS.length);
    expect(all.met / all.asked, JSON.stringify(tunedOn.misses, null, 2)).toBeGreaterThanOrEqual(GOAL);
  });

  it("do so where nothing was tuned on them", () => {
    const { heldOut } = measureAsk();
    expect(heldOut.met / heldOut.asked).toBeGreaterThanOrEqual(HELD_OUT_GOAL);
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
    ["who is alowed to file", "/library/filing-guide"],
    ["the software phones home", "/library/security-and-privacy"],
    ["upload frozen since 3 days", "/library/filing-guide"],
    ["box 28 on our 7501s", "/library/ach-and-form-4811"],
  ])("bears typing errors and other words: %s", (question, page) => {
    expect(
      findAnswers(question)
        .answers.slice(0, 3)
        .map((answer) => answer.page),
    ).toContain(page);
  });

  it("is a rule itself where no page speaks of it", () => {
    expect(findAnswers("which federal holidays count").answers[0]?.page).toBe("/library/rules");
  });

  it("bears a day and an amount that only the asker knows", () => {
    const { known, answers } = findAnswers("how much interest on $77,345 paid in june 2025");
    expect(known).toBe(true);
    expect(answers.slice(0, 3).map(({ page }) => page)).toContain("/library/interest");
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
