import type { QuestionField, QuestionScreen } from "@/components/screener/question-form";
import { ENTRY_TYPES, SCREENER_QUESTIONS, type Day, type ScreenerQuestion } from "@/lib/domain";
import { formatEntryType } from "@/lib/wording/entry-types";
import {
  ACCOUNT_ANSWER_WORDS,
  COMMERCE_ANSWER_WORDS,
  COURT_ANSWER_WORDS,
  IEEPA_ANSWER_WORDS,
  IMPORTER_ANSWER_WORDS,
  LIQUIDATION_ANSWER_WORDS,
  NO_OBSTACLE,
  OBSTACLE_WORDS,
  OBSTACLES_UNSURE,
  PROTEST_SUBJECT_WORDS,
  SCREENER_QUESTION_WORDS,
  TYPE_09_ANSWER_WORDS,
  TYPE_ANSWER_WORDS,
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
      return [choice("importer", IMPORTER_ANSWER_WORDS)];
    case "entry":
      return [
        choice("ieepa", IEEPA_ANSWER_WORDS),
        dayField("entered", "Entry date", "Such as 2025-09-15. Of several entries, take one at a time."),
      ];
    case "type":
      return [{ kind: "select", name: "type", label: "Entry type", options: typeOptions(asOf) }];
    case "liquidation":
      return [
        choice("liquidation", LIQUIDATION_ANSWER_WORDS),
        dayField(
          "liquidated",
          "Day of the last liquidation or reliquidation",
          "Where there was one, or where one is scheduled. Such as 2026-09-02.",
        ),
      ];
    case "commerce":
      return [choice("commerce", COMMERCE_ANSWER_WORDS)];
    case "obstacles":
      return [
        {
          kind: "several",
          name: "has",
          options: optionsOf({ ...OBSTACLE_WORDS, none: NO_OBSTACLE, unsure: OBSTACLES_UNSURE }),
        },
      ];
    case "protestSubject":
      return [choice("protest", PROTEST_SUBJECT_WORDS)];
    case "reconciliation":
      return [
        choice("type09", TYPE_09_ANSWER_WORDS),
        dayField("due", "Day on which the type 09 is due", "Where you know it."),
      ];
    case "account":
      return [choice("account", ACCOUNT_ANSWER_WORDS)];
    case "court":
      return [choice("court", COURT_ANSWER_WORDS)];
  }
}

function typeOptions(asOf: Day) {
  const types = [...new Set(ENTRY_TYPES.flatMap(({ type }) => type ?? []))].sort();
  return [
    ...types.map((type) => ({ value: type, label: formatEntryType(type, asOf) })),
    ...optionsOf(TYPE_ANSWER_WORDS),
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
