import "server-only";

import type { Answers } from "@/lib/ask/answer";
import { type ModelSettings, type Prose, writeProse } from "@/lib/ask/model";
import { takeRequest } from "@/lib/auth/request-limit";

export type Written =
  /** No model is set, nothing here answers, or the model failed: the passages stand alone. */
  | { readonly kind: "nothing" }
  | { readonly kind: "prose"; readonly prose: Prose }
  /** The network asked as often as it may in an hour. */
  | { readonly kind: "wait"; readonly seconds: number };

/** What the operator's model writes for a visitor, so many times an hour: anybody may ask, and each answer costs. */
export async function writeAnswer(
  question: string,
  { known, answers }: Answers,
  model: ModelSettings | null,
  address: string,
): Promise<Written> {
  if (model === null || !known || answers.length === 0) return { kind: "nothing" };
  const seconds = await takeRequest("ask", address);
  if (seconds > 0) return { kind: "wait", seconds };
  const prose = await writeProse(question, answers, model);
  return prose === null ? { kind: "nothing" } : { kind: "prose", prose };
}
