import type { QuestionField, QuestionScreen } from "@/components/screener/question-form";
import { ENTRY_TYPES, SCREENER_QUESTIONS, type Day, type ScreenerQuestion } from "@/lib/domain";
import { formatEntryType } from "@/lib/wording/entry-types";
import {
  ANSWER_WORDS,
  NO_OBSTACLE,
  OBSTACLES_UNSURE,
  SCREENER_QUESTION_WORDS,
} from "@/lib/wording/screener-questions";

import { answerParams, SCREENER_PATH, screenerHref, type ScreenerQuery } from "./screener-query";

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const choice = (name: string, words: Readonly<Record<string, string>>): QuestionField => ({
  kind: "choice",
  name,
  options: optionsOf(words),
});

const dayField = (name: string, label: string, hint: string): QuestionField => ({
  kind: "day",
  name,
  label,
  hint,
});

function fieldsOf(question: ScreenerQuestion, asOf: Day): readonly QuestionField[] {
  switch (question) {
    case "importer":
      return [choice("importer", ANSWER_WORDS.importer)];
    case "entry":
      return [
        choice("ieepa", ANSWER_WORDS.ieepa),
        dayField("entered", "Entry date", "Such as 2025-09-15. Of several entries, take one at a time."),
      ];
    case "type":
      return [{ kind: "select", name: "type", label: "Entry type", options: typeOptions(asOf) }];
    case "liquidation":
      return [
        choice("liquidation", ANSWER_WORDS.liquidation),
        dayField(
          "liquidated",
          "Day of the last liquidation or reliquidation",
          "Where there was one, or where one is scheduled. Such as 2026-09-02.",
        ),
      ];
    case "commerce":
      return [choice("commerce", ANSWER_WORDS.commerce)];
    case "obstacles":
      return [
        {
          kind: "several",
          name: "has",
          options: optionsOf({ ...ANSWER_WORDS.obstacle, none: NO_OBSTACLE, unsure: OBSTACLES_UNSURE }),
        },
      ];
    case "protestSubject":
      return [choice("protest", ANSWER_WORDS.protestSubject)];
    case "reconciliation":
      return [
        choice("type09", ANSWER_WORDS.type09),
        dayField("due", "Day on which the type 09 is due", "Where you know it."),
      ];
    case "account":
      return [choice("account", ANSWER_WORDS.account)];
    case "court":
      return [choice("court", ANSWER_WORDS.court)];
  }
}

function typeOptions(asOf: Day) {
  const types = [...new Set(ENTRY_TYPES.flatMap(({ type }) => type ?? []))].sort();
  return [
    ...types.map((type) => ({ value: type, label: formatEntryType(type, asOf) })),
    ...optionsOf(ANSWER_WORDS.type),
  ];
}

const NO_ANSWER = "Choose an answer. “I do not know” is one.";
const NO_ANSWER_OF_SEVERAL = "Tick what applies, or “None of these” alone.";

/** One question with the answer given before, and the way back. @param before - the question that comes before it */
export function toQuestionScreen(
  question: ScreenerQuestion,
  before: ScreenerQuestion | undefined,
  query: ScreenerQuery,
  asOf: Day,
): QuestionScreen {
  const { answers, sent, problems, texts } = query;
  const unanswered = sent === question && answers[question] === undefined;
  const problem = question === "obstacles" ? NO_ANSWER_OF_SEVERAL : NO_ANSWER;
  return {
    action: SCREENER_PATH,
    id: question,
    number: SCREENER_QUESTIONS[question],
    ...SCREENER_QUESTION_WORDS[question],
    fields: fieldsOf(question, asOf).map((field) => ({ field, given: texts(field.name) })),
    hidden: [...answerParams(answers, question), ["sent", question]],
    problem: unanswered ? (problems[question] ?? problem) : null,
    backHref: before === undefined ? null : screenerHref(answers, before),
  };
}
