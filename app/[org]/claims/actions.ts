"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { isDay, parseEntryNumber, readAmount, type Day, type EntryNumber, type Usd } from "@/lib/domain";
import { addClaimEvent } from "@/lib/usecases/add-claim-event";
import { enterClaimNumber } from "@/lib/usecases/file-declaration";
import { TYPED_CLAIM_EVENTS } from "@/lib/wording/claims";

const ofClaim = z.object({ org: z.string(), claim: z.uuid() });

/** Blank is null: the event is of the whole claim. */
const optionalEntry = z.string().transform((text, context): EntryNumber | null => {
  if (text.trim() === "") return null;
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "This is not an entry number." });
  return z.NEVER;
});

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
    day: z.string().refine((text): text is Day => isDay(text), "Enter the day as YYYY-MM-DD."),
    entry: optionalEntry,
    amount: optionalAmount,
    message: z.string().trim().max(2000),
  }),
  needs: "claims:write",
  run: (scope, { claim, kind, day, entry, amount, message }) =>
    addClaimEvent(scope, claim, {
      kind,
      day,
      source: "typed",
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
    claimNumber: z
      .string()
      .trim()
      .min(1, "Enter the claim number.")
      .max(40, "A claim number has at most 40 characters.")
      .regex(/^[0-9A-Za-z-]+$/, "Letters, digits and hyphens only, as ACE shows it."),
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
