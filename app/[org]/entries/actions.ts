"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { answerProtest, confirmCheckDigit } from "@/lib/usecases/answer-entry";

import { entryNumberField } from "../form-fields";

const NOT_FOUND = "This entry is not in your organization any more.";

export const confirmCheckDigitAction = memberAction({
  input: z.object({
    org: z.string(),
    number: entryNumberField,
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
    number: entryNumberField,
    onlyAboutIeepa: z.enum(["yes", "no"], "Choose one of the two answers."),
  }),
  needs: "entries:answer",
  run: (scope, { number, onlyAboutIeepa }) => answerProtest(scope, number, onlyAboutIeepa === "yes"),
  refuse: () => NOT_FOUND,
  done: () => ({ sentence: "Stored. Every entry under this protest was screened again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
