import { type Day, ok, readAsOf, type Result } from "@/lib/domain";
import { describeScreenProblem, type ScreenProblem } from "@/lib/wording/screen-command";

import { jsonText } from "./json-text";
import { plainText } from "./plain-text";
import { readInputs } from "./read-inputs";
import { screenFiles } from "./screen-files";
import { readScreenRequest } from "./screen-request";

type Surroundings = {
  /** Where relative file names begin. */
  readonly folder: string;
  /** The day in US Eastern time. */
  readonly today: Day;
};

/** What the program prints and ends with: the answer on standard output, or one sentence on standard error. */
export type Outcome =
  | { readonly exitCode: 0; readonly output: Iterable<string> }
  | { readonly exitCode: 2; readonly error: string };

/** `screen`: files to totals and lanes, without server or database. @param argv - without program and script */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const answer = await screen(argv, surroundings);
  return answer.ok
    ? { exitCode: 0, output: answer.value }
    : { exitCode: 2, error: `${describeScreenProblem(answer.problem)}\n` };
}

async function screen(
  argv: readonly string[],
  { folder, today }: Surroundings,
): Promise<Result<Iterable<string>, ScreenProblem>> {
  const request = readScreenRequest(argv);
  if (!request.ok) return request;
  const asOf = readAsOf(request.value.asOf ?? today);
  if (!asOf.ok) return asOf;
  const inputs = await readInputs(request.value, folder);
  if (!inputs.ok) return inputs;

  const { json, rateClass: givenClass } = request.value;
  const { files, claims } = inputs.value;
  const rateClass = givenClass ?? "corporation";
  const screened = screenFiles({ files, claims, asOf: asOf.value, rateClass });
  return ok(
    json ? jsonText(screened.report) : plainText({ screened, inputs: inputs.value, rateClass, givenClass }),
  );
}

export { easternDay } from "@/lib/domain";
