import { FIRST_RATE_DAY, isDay, readAmount, ZERO_USD, type Day, type Usd } from "@/lib/domain";

import { PAID_FIELDS, type PaidField, type PaidTexts } from "./interest-query";

/** What CBP paid; an unknown day is null. */
export type PaidFigures = {
  readonly principal: Usd;
  readonly interest: Usd;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly received: Day | null;
};

type PaidProblems = Partial<Record<PaidField, string>>;

export type PaidReading =
  | { readonly kind: "blank" }
  | { readonly kind: "problems"; readonly problems: PaidProblems }
  | { readonly kind: "read"; readonly figures: PaidFigures };

/**
 * Reads what was typed. A blank principal is the entry's own refundable amount, where that is certain; nothing was
 * paid after today.
 */
export function readPaid(texts: PaidTexts, refundable: Usd | null, today: Day): PaidReading {
  if (PAID_FIELDS.every((field) => texts[field] === "")) return { kind: "blank" };
  const problems: PaidProblems = {};
  const principal = texts.principal === "" ? refundable : amountIn(texts.principal);
  const interest = amountIn(texts.interest);
  if (principal === null || principal.lte(ZERO_USD)) problems.principal = "Enter an amount above zero.";
  if (interest === null || interest.lt(ZERO_USD) || interest.decimalPlaces() > 2)
    problems.interest = "Enter the interest in dollars and cents.";
  const from = readDayField(texts, "from", today, problems);
  const to = readDayField(texts, "to", today, problems);
  const received = readDayField(texts, "received", today, problems);
  if (from !== null && to !== null && to < from) problems.to = "This day lies before the start.";
  if (to !== null && received !== null && received < to)
    problems.received = "Money arrives after liquidation.";
  if (principal === null || interest === null || Object.keys(problems).length > 0)
    return { kind: "problems", problems };
  return { kind: "read", figures: { principal, interest, from, to, received } };
}

function readDayField(
  texts: PaidTexts,
  field: "from" | "to" | "received",
  today: Day,
  problems: PaidProblems,
): Day | null {
  const text = texts[field];
  if (text === "") return null;
  if (!isDay(text)) problems[field] = "Enter the day as YYYY-MM-DD.";
  else if (text < FIRST_RATE_DAY) problems[field] = `Rates are known from ${FIRST_RATE_DAY} on.`;
  else if (text > today) problems[field] = "This day lies ahead.";
  else return text;
  return null;
}

function amountIn(text: string): Usd | null {
  const read = readAmount(text);
  return read.kind === "amount" ? read.amount : null;
}
