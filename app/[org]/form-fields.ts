import { z } from "zod";

import { isDay, parseEntryNumber, type Day, type EntryNumber } from "@/lib/domain";

/** An entry number as people type it, with or without hyphens. */
export const entryNumberField = z.string().transform((text, context): EntryNumber => {
  const parsed = parseEntryNumber(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "This is not an entry number." });
  return z.NEVER;
});

/** What a date field of the browser sends. */
export const dayField = z.string().refine((text): text is Day => isDay(text), "Enter the day as YYYY-MM-DD.");

/** Text, because CBP publishes no format; blank while ACE shows none. */
export const claimNumberField = z
  .string()
  .trim()
  .max(40, "A claim number has at most 40 characters.")
  .regex(/^[0-9A-Za-z-]*$/, "Letters, digits and hyphens only, as ACE shows it.");
