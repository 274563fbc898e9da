import type { GivenAnswer } from "@/components/entries/answers-panel";
import type { AnswerName, Entry } from "@/lib/domain";
import { formatInstant } from "@/lib/wording/day";
import { GIVEN_ANSWERS } from "@/lib/wording/facts";

/** What somebody answered about the entry; who and when are missing where they were not kept yet. */
export function toGivenAnswers({ answers }: Entry): readonly GivenAnswer[] {
  return (Object.keys(GIVEN_ANSWERS) as AnswerName[]).flatMap((name) => {
    const given = answers[name];
    if (given === null || (name === "checkDigitConfirmed" && !given)) return [];
    const record = answers.answeredBy?.[name];
    return {
      id: name,
      question: GIVEN_ANSWERS[name],
      answer: given ? "Yes." : "No.",
      record: record === undefined ? "" : `${record.by}, ${formatInstant(record.at)}`,
    };
  });
}
