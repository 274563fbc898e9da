"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { readAmount, type Usd } from "@/lib/domain";
import { addClaimEvent } from "@/lib/usecases/add-claim-event";
import { enterClaimNumber } from "@/lib/usecases/file-declaration";
import { TYPED_CLAIM_EVENTS } from "@/lib/wording/claims";

import { claimNumberField, dayField, entryNumberField } from "../form-fields";

const ofClaim = z.object({ org: z.string(), claim: z.uuid() });

/** Blank is null: the event is of the whole claim. */
const optionalEntry = z.preprocess(
  (found) => (typeof found === "string" && found.trim() === "" ? null : found),
  entryNumberField.nullable(),
);

const optionalAmount = z.string().transform((text, context): Usd | null => {
  if (text.trim() === "") return null;
  const read = readAmount(text);
  if (read.kind === "amount" && !read.amount.isNegative()) return read.amount;
  context.addIssue({ code: "custom", message: "Enter an amount such as 1,234.50." });
  return z.NEVER;
});

export const addStatusAction = memberAction({
  input: ofClaim.extend({
    kind: z.enum(TYPED_CLAIM_EVENTS, "Choose what happened."),
    day: dayField,
    entry: optionalEntry,
    amount: optionalAmount,
    message: z.string().trim().max(2000),
  }),
  needs: "claims:write",
  run: (scope, { claim, kind, day, entry, amount, message }) =>
    addClaimEvent(scope, claim, {
      kind,
      day,
      ...(entry === null ? {} : { entryNumber: entry }),
      ...(amount === null ? {} : { amount }),
      ...(message === "" ? {} : { message }),
    }),
  refuse: ({ kind }) => {
    switch (kind) {
      case "claim-not-found":
        return "This claim is not in your organization any more.";
      case "entry-not-on-claim":
        return {
          sentence: "This entry is not on the claim.",
          fields: { entry: "Not on the declaration of this claim." },
        };
      case "day-in-the-future":
        return { sentence: "The day lies ahead.", fields: { day: "Not after today." } };
    }
  },
  done: () => ({ sentence: "Added to the timeline." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const enterClaimNumberAction = memberAction({
  input: ofClaim.extend({
    claimNumber: claimNumberField.min(1, "Enter the claim number."),
  }),
  needs: "claims:write",
  run: (scope, { claim, claimNumber }) => enterClaimNumber(scope, claim, claimNumber),
  refuse: ({ kind }) =>
    kind === "claim-not-found"
      ? "This claim is not in your organization any more."
      : "Another claim of this organization has this number.",
  done: () => ({ sentence: "The claim number is stored." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
