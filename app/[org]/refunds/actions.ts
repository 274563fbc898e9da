"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { readAmount, type Usd } from "@/lib/domain";
import { giveWeights } from "@/lib/usecases/pass-through";
import { takeBackPayment, typePayment } from "@/lib/usecases/type-payment";
import { describeWeightProblem } from "@/lib/wording/refunds";

import { dayField } from "../form-fields";

/** Blank is null. */
const numberField = z
  .string()
  .trim()
  .max(40, "At most 40 characters.")
  .regex(/^[0-9A-Za-z -]*$/, "Letters, digits, blanks and hyphens only.")
  .transform((text) => (text === "" ? null : text));

const totalField = z.string().transform((text, context): Usd => {
  const read = readAmount(text);
  if (read.kind === "amount" && read.amount.gt(0) && read.amount.decimalPlaces() <= 2) return read.amount;
  context.addIssue({ code: "custom", message: "Enter an amount above zero, such as 1,234.50." });
  return z.NEVER;
});

export const typePaymentAction = memberAction({
  input: z.object({
    org: z.string(),
    total: totalField,
    day: dayField,
    status: z.enum(["sent", "issued", "diverted", "returned"], "Choose a status."),
    refundNumber: numberField,
    trace: numberField,
    payeeNumber: numberField,
  }),
  needs: "claims:write",
  run: (scope, { total, day, status, refundNumber, trace, payeeNumber }) =>
    typePayment(scope, { total, day, status, refundNumber, trace, payeeNumber }),
  refuse: () => ({ sentence: "The day lies ahead.", fields: { day: "Not after today." } }),
  done: () => ({ sentence: "The payment is added." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const takeBackPaymentAction = memberAction({
  input: z.object({ org: z.string(), payment: z.uuid() }),
  needs: "claims:write",
  run: (scope, { payment }) => takeBackPayment(scope, payment),
  refuse: () => "This payment is not in your organization any more.",
  done: () => ({ sentence: "The payment is taken back." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

const WEIGHTS_CHARACTERS_MAX = 200_000;

export const giveWeightsAction = memberAction({
  input: z.object({
    org: z.string(),
    shareOf: z.string().regex(/^(?:\d{4}-\d{2}|[0-9a-z]+-[0-9a-z]+)$/),
    weights: z.string().max(WEIGHTS_CHARACTERS_MAX, "The list is too long."),
  }),
  needs: "claims:write",
  run: (scope, { shareOf, weights }) => giveWeights(scope, shareOf, weights),
  refuse: (problem) => {
    if (problem.kind === "payment-not-found") return "This payment is not in your organization any more.";
    const sentence = describeWeightProblem(problem);
    return { sentence, fields: { weights: sentence } };
  },
  done: () => ({ sentence: "The shares are worked out." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}/refunds`,
});
