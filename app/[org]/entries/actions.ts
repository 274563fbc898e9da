"use server";

import { z } from "zod";

import { manyOf } from "@/lib/auth/form";
import { memberAction } from "@/lib/auth/member-action";
import { ENTRY_FACTS, type FactSource } from "@/lib/domain";
import {
  answerCommerce,
  answerProtest,
  confirmCheckDigit,
  withdrawAnswer,
} from "@/lib/usecases/answer-entry";
import {
  reopenFactConflict,
  reopenRowConflict,
  settleFactConflict,
  settleRowConflict,
  type SettleConflictProblem,
} from "@/lib/usecases/settle-conflict";

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

export const answerCommerceAction = memberAction({
  input: z.object({
    org: z.string(),
    number: entryNumberField,
    instructed: z.enum(["yes", "no"], "Choose one of the two answers."),
  }),
  needs: "entries:answer",
  run: (scope, { number, instructed }) => answerCommerce(scope, number, instructed === "yes"),
  refuse: () => NOT_FOUND,
  done: () => ({ sentence: "Stored. The entry was screened again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const withdrawAnswerAction = memberAction({
  input: z.object({
    org: z.string(),
    number: entryNumberField,
    question: z.enum(["checkDigitConfirmed", "protestOnlyAboutIeepa", "commerceInstructed"]),
  }),
  needs: "entries:answer",
  run: (scope, { number, question }) => withdrawAnswer(scope, number, question),
  refuse: () => NOT_FOUND,
  done: () => ({ sentence: "Withdrawn. The question is open again." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const REFUSALS = {
  "entry-not-found": NOT_FOUND,
  "not-shown": "No file shows this any more; load the page anew.",
  "conflict-changed":
    "A file has shown something else since this page was loaded; load it anew and choose again.",
} as const satisfies Record<SettleConflictProblem["kind"], string>;

const refuse = ({ kind }: SettleConflictProblem): string => REFUSALS[kind];

/** Values come from files, whose cells are short. */
const valueField = z.string("Choose one of them.").max(2000);

/** `4182 0199…`: the row, and the import in which it stands. */
const rowField = z
  .string("Choose one of them.")
  .regex(/^\d{1,9} \S{1,100}$/)
  .transform((text): FactSource => {
    const [row = "", file = ""] = text.split(" ");
    return { file, row: Number(row) };
  });

/** Why this one is true, or who was asked. */
const noteField = z.string().trim().max(500, "At most 500 characters.").default("");

const ofFact = z.object({ org: z.string(), number: entryNumberField, id: z.enum(ENTRY_FACTS) });
const ofRows = z.object({ org: z.string(), number: entryNumberField, id: rowField });

const SETTLED = { sentence: "Settled. The entry was screened again." };
const REOPENED = { sentence: "Open again. The entry was screened again." };

export const settleFactAction = memberAction({
  input: ofFact.extend({ value: valueField, shown: manyOf(valueField), note: noteField }),
  needs: "entries:answer",
  run: (scope, { number, id, value, shown, note }) =>
    settleFactConflict(scope, number, { fact: id, value, shown }, note),
  refuse,
  done: () => SETTLED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const settleRowsAction = memberAction({
  input: ofRows.extend({ value: rowField, shown: manyOf(rowField), note: noteField }),
  needs: "entries:answer",
  run: (scope, { number, value, shown, note }) =>
    settleRowConflict(scope, number, { chosen: value, shown }, note),
  refuse,
  done: () => SETTLED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const reopenFactAction = memberAction({
  input: ofFact,
  needs: "entries:answer",
  run: (scope, { number, id }) => reopenFactConflict(scope, number, id),
  refuse,
  done: () => REOPENED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const reopenRowsAction = memberAction({
  input: ofRows,
  needs: "entries:answer",
  run: (scope, { number, id }) => reopenRowConflict(scope, number, id),
  refuse,
  done: () => REOPENED,
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
