import {
  ACCOUNT_ANSWERS,
  COURT_ANSWERS,
  IMPORTER_ANSWERS,
  LIQUIDATION_ANSWERS,
  OBSTACLES,
  PROTEST_SUBJECTS,
  SCREENER_QUESTIONS,
  TYPE_09_ANSWERS,
  YES_NO_UNSURE,
  type Day,
  type ScreenerAnswers,
  type ScreenerQuestion,
} from "@/lib/domain";

import { dayIn } from "../day-in";
import { all, type SearchParams } from "../../../search-params";

export const SCREENER_PATH = "/tools/screener";

/** The names under which each answer stands in the address. */
const NAMES = {
  importer: ["importer"],
  entry: ["ieepa", "entered"],
  type: ["type"],
  liquidation: ["liquidation", "liquidated"],
  commerce: ["commerce"],
  obstacles: ["has"],
  protestSubject: ["protest"],
  reconciliation: ["type09", "due"],
  account: ["account"],
  court: ["court"],
} as const satisfies Record<ScreenerQuestion, readonly string[]>;

export type ScreenerQuery = {
  readonly answers: ScreenerAnswers;
  /** The question to show again, where the address names one. */
  readonly shown: ScreenerQuestion | null;
  /** The question that was just sent: where it has no answer, it says why. */
  readonly sent: ScreenerQuestion | null;
  /** What stands in the address, for fields whose text is no answer. */
  readonly texts: (name: string) => readonly string[];
  readonly problems: Partial<Record<ScreenerQuestion, string>>;
};

const TEXT_MAX = 40;
const VALUES_MAX = 10;
const DAY_PROBLEM = "Write the day as 2025-09-15, or leave it blank.";

/** Everything stands in the address; whatever is not understood counts as not answered. */
export function readScreenerQuery(found: SearchParams): ScreenerQuery {
  const texts = (name: string): readonly string[] =>
    all(found[name])
      .slice(0, VALUES_MAX)
      .map((text) => text.trim().slice(0, TEXT_MAX));
  const one = (name: string): string => texts(name)[0] ?? "";
  const problems: Partial<Record<ScreenerQuestion, string>> = {};
  const days = (["entry", "liquidation", "reconciliation"] as const).map((question) => {
    const text = one(NAMES[question][1]);
    const read = text === "" ? null : dayIn(text);
    if (text !== "" && read === null) problems[question] = DAY_PROBLEM;
    return [question, read] as const;
  });
  const answers = readAnswers(texts, new Map(days), problems);
  return { answers, shown: questionIn(one("q")), sent: questionIn(one("sent")), texts, problems };
}

const questionIn = (text: string): ScreenerQuestion | null =>
  text in SCREENER_QUESTIONS ? (text as ScreenerQuestion) : null;

const choiceIn = <C extends string>(choices: readonly C[], text: string | undefined): C | undefined =>
  choices.find((choice) => choice === text);

function readAnswers(
  texts: ScreenerQuery["texts"],
  days: ReadonlyMap<ScreenerQuestion, Day | null>,
  problems: ScreenerQuery["problems"],
): ScreenerAnswers {
  const choice = <C extends string>(choices: readonly C[], name: string) => choiceIn(choices, texts(name)[0]);
  const importer = choice(IMPORTER_ANSWERS, "importer");
  const ieepaPaid = choice(YES_NO_UNSURE, "ieepa");
  const [type] = texts("type").filter((text) => /^(\d\d|outside-ace|unsure)$/.test(text));
  const state = choice(LIQUIDATION_ANSWERS, "liquidation");
  const commerce = choice(YES_NO_UNSURE, "commerce");
  const obstacles = obstaclesIn(texts("has"));
  const protestSubject = choice(PROTEST_SUBJECTS, "protest");
  const type09 = choice(TYPE_09_ANSWERS, "type09");
  const account = choice(ACCOUNT_ANSWERS, "account");
  const court = choice(COURT_ANSWERS, "court");
  const on = (question: ScreenerQuestion) => days.get(question) ?? null;
  return {
    ...(importer && { importer }),
    ...(ieepaPaid && !problems.entry && { entry: { ieepaPaid, enteredOn: on("entry") } }),
    ...(type !== undefined && { type }),
    ...(state && !problems.liquidation && { liquidation: { state, on: on("liquidation") } }),
    ...(commerce && { commerce }),
    ...(obstacles && { obstacles }),
    ...(protestSubject && { protestSubject }),
    ...(type09 && !problems.reconciliation && { reconciliation: { type09, dueOn: on("reconciliation") } }),
    ...(account && { account }),
    ...(court && { court }),
  };
}

/** "None of these" beside one of them is no answer. */
function obstaclesIn(texts: readonly string[]): ScreenerAnswers["obstacles"] | null {
  const present = OBSTACLES.filter((obstacle) => texts.includes(obstacle));
  const none = texts.includes("none");
  const unsure = texts.includes("unsure");
  if (none ? present.length > 0 || unsure : present.length === 0 && !unsure) return null;
  return { present, unsure };
}

export type Param = readonly [name: string, value: string];

const paramsOf = {
  importer: (importer) => [["importer", importer]],
  entry: ({ ieepaPaid, enteredOn }) => [["ieepa", ieepaPaid], ...dayParam("entered", enteredOn)],
  type: (type) => [["type", type]],
  liquidation: ({ state, on }) => [["liquidation", state], ...dayParam("liquidated", on)],
  commerce: (commerce) => [["commerce", commerce]],
  obstacles: ({ present, unsure }) => [
    ...present.map((obstacle): Param => ["has", obstacle]),
    ...(unsure ? [["has", "unsure"] as const] : present.length === 0 ? [["has", "none"] as const] : []),
  ],
  protestSubject: (subject) => [["protest", subject]],
  reconciliation: ({ type09, dueOn }) => [["type09", type09], ...dayParam("due", dueOn)],
  account: (account) => [["account", account]],
  court: (court) => [["court", court]],
} as const satisfies {
  readonly [Q in ScreenerQuestion]: (answer: NonNullable<ScreenerAnswers[Q]>) => readonly Param[];
};

const dayParam = (name: string, on: Day | null): readonly Param[] => (on === null ? [] : [[name, on]]);

/** The answers as they stand in an address, without those to one question. */
export const answerParams = (answers: ScreenerAnswers, except?: ScreenerQuestion): readonly Param[] =>
  (Object.keys(SCREENER_QUESTIONS) as ScreenerQuestion[]).flatMap((question) =>
    question === except ? [] : paramsOfAnswer(question, answers),
  );

function paramsOfAnswer(question: ScreenerQuestion, answers: ScreenerAnswers): readonly Param[] {
  const answer = answers[question];
  // The table is complete by its type; the cast only joins a question with its own function.
  const params = paramsOf[question] as (answer: Answer) => readonly Param[];
  return answer === undefined ? [] : params(answer);
}

type Answer = NonNullable<ScreenerAnswers[ScreenerQuestion]>;

/** The address that carries the answers. @param shown - a question to show again */
export function screenerHref(answers: ScreenerAnswers, shown?: ScreenerQuestion): string {
  const params = [...answerParams(answers), ...(shown === undefined ? [] : [["q", shown] as const])];
  const search = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
  return search === "" ? SCREENER_PATH : `${SCREENER_PATH}?${search}`;
}
