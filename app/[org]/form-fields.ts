import { z } from "zod";

import {
  isDay,
  parseEntryNumber,
  parseHtsNumber,
  type Day,
  type EntryNumber,
  type HtsNumber,
} from "@/lib/domain";

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

/** A tariff number of eight or ten digits, with or without dots. */
export const htsField = z.string().transform((text, context): HtsNumber => {
  const hts = parseHtsNumber(text);
  if (hts !== null) return hts;
  context.addIssue({ code: "custom", message: "This is not a tariff number." });
  return z.NEVER;
});

const PERCENT = "A percentage from 0 to 100, with at most four decimals, such as 2.5. Free is 0.";

/** An ordinary rate as people type it: `2.5`, `2.50 %` or `Free`; `2.5` in the books. */
export const percentField = z
  .string()
  .transform((text) => (/^\s*free\s*$/i.test(text) ? "0" : text.replace(/\s*%\s*$/, "").trim()))
  .refine((text) => /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100, PERCENT)
  .transform((text) => String(Number(text)));
