/**
 * Where Treasury stands with a payment. REV-603 words it as its Refund Secondary Status: Sent to Treasury, Treasury
 * Issued, Funds Diverted, Check/ACH Returned (CSMS 68536553). unknown: any other word, which is kept and shown.
 */
export const PAYMENT_STATUSES = ["unknown", "sent", "issued", "diverted", "returned"] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

const WORDS: readonly (readonly [part: string, status: PaymentStatus])[] = [
  ["RETURNED", "returned"],
  ["DIVERTED", "diverted"],
  ["TREASURY ISSUED", "issued"],
  ["ISSUED", "issued"],
  ["PAID", "issued"],
  ["SENT TO TREASURY", "sent"],
  ["SENT", "sent"],
];

/** The first cell that says something we know; the cells go from the most to the least specific. */
export function paymentStatusOf(cells: readonly string[]): PaymentStatus {
  for (const cell of cells) {
    const text = cell
      .toUpperCase()
      .replaceAll(/[^A-Z]+/g, " ")
      .trim();
    const found = WORDS.find(([part]) => ` ${text} `.includes(` ${part} `));
    if (found !== undefined) return found[1];
  }
  return "unknown";
}

/** Of two looks at one payment on one day the one further on is the later one: a payment is returned after its issue. */
export const statusRank = (status: PaymentStatus): number => PAYMENT_STATUSES.indexOf(status);
