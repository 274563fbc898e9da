"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { parseEntryNumber, type EntryNumber } from "@/lib/domain";
import { answerProtest, confirmCheckDigit } from "@/lib/usecases/answer-entry";

const entryNumber = z.string().transform((text, context): EntryNumber => {
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "This is not an entry number." });
  return z.NEVER;
});

const NOT_FOUND = "This entry is not in your organization any more.";

export const confirmCheckDigitAction = memberAction({
  input: z.object({
    org: z.string(),
    number: entryNumber,
    confirmed: z.literal("yes", "Tick the box once you have compared the number."),
  }),
  needs: "entries:answer",
  run: (scope, { number }) => confirmCheckDigit(scope, number),
  refuse: () => NOT_FOUND,
  done: () => ({ sentence: "Kept as filed. The entry was screened again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const answerProtestAction = memberAction({
  input: z.object({
    org: z.string(),
    number: entryNumber,
    onlyAboutIeepa: z.enum(["yes", "no"], "Choose one of the two answers."),
  }),
  needs: "entries:answer",
  run: (scope, { number, onlyAboutIeepa }) => answerProtest(scope, number, onlyAboutIeepa === "yes"),
  refuse: () => NOT_FOUND,
  done: () => ({ sentence: "Stored. Every entry under this protest was screened again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
