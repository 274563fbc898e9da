import { parseArgs } from "node:util";

import {
  type Day,
  err,
  isDay,
  isNonEmpty,
  type NonEmpty,
  ok,
  type RateClass,
  type Result,
} from "@/lib/domain";
import type { ScreenProblem } from "@/lib/wording/screen-command";

/** What the command line asks for. */
export type ScreenRequest = {
  readonly files: NonEmpty<string>;
  readonly claimed: readonly string[];
  /** Null: today. */
  readonly asOf: Day | null;
  /** Null: nobody said, and a corporation is assumed. */
  readonly rateClass: RateClass | null;
  readonly json: boolean;
  /** Entry numbers of which a check digit proves what they were are read as that. */
  readonly acceptRepairs: boolean;
};

const OPTIONS = {
  "as-of": { type: "string" },
  class: { type: "string" },
  claimed: { type: "string", multiple: true },
  json: { type: "boolean" },
  "accept-repairs": { type: "boolean" },
} as const;

/** Reads the words behind `screen`. @param argv - without the program and the script */
export function readScreenRequest(argv: readonly string[]): Result<ScreenRequest, ScreenProblem> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { positionals, values } = parsed.value;
  const { "as-of": asOf = null, class: rateClass = null, claimed = [], json = false } = values;
  const acceptRepairs = values["accept-repairs"] ?? false;
  if (!isNonEmpty(positionals)) return err({ kind: "no-file" });
  if (asOf !== null && !isDay(asOf)) return err({ kind: "no-calendar-day", found: asOf });
  if (rateClass !== null && !isRateClass(rateClass)) return err({ kind: "no-rate-class", found: rateClass });
  return ok({ files: positionals, claimed, asOf, rateClass, json, acceptRepairs });
}

const isRateClass = (text: string): text is RateClass => text === "corporation" || text === "other";

function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // Node's own word for an option it does not know
    return err<ScreenProblem>({ kind: "arguments-unclear", message: error.message });
  }
}
