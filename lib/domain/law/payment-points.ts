import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { type Released, SINCE_CAPE } from "./dated";

type PaymentRule = Released & {
  readonly id: string;
  readonly title: string;
  /** attested: a person says so by name, because no file proves it. told: CBP's reports say that it happened. */
  readonly kind: "attested" | "told";
  readonly confidence: RuleConfidence;
  readonly law: NonEmpty<Citation>;
};

const ELECTRONIC_REFUNDS = { law: "CSMS 67648307", published: "CBP, 6 Feb 2026" } as const satisfies Citation;
const REFUND_STATUSES = { law: "CSMS 68536553", published: "CBP, 2026" } as const satisfies Citation;

/** What decides whether the money reaches the importer. None of it blocks a filing; the first can hold every payment. */
export const PAYMENT_POINTS = [
  {
    ...SINCE_CAPE,
    id: "ach-refund",
    title:
      "ACH refund enrolment is done in the importer's own sub-account, apart from the ACH that pays duty; CBP holds the refund until then",
    kind: "attested",
    confidence: "proven",
    law: [ELECTRONIC_REFUNDS],
  },
  {
    ...SINCE_CAPE,
    id: "refund-routing",
    title:
      "Form 4811 in the ACE profile and box 28 of the entry summaries name who shall have the money: a notify party gets it only where both name it",
    kind: "attested",
    confidence: "proven",
    law: [ELECTRONIC_REFUNDS],
  },
  {
    ...SINCE_CAPE,
    id: "payment-returned",
    title: "No refund came back (Check/ACH Returned)",
    kind: "told",
    confidence: "proven",
    law: [REFUND_STATUSES],
  },
  {
    ...SINCE_CAPE,
    id: "funds-diverted",
    title: "No refund was taken for an open bill (Funds Diverted)",
    kind: "told",
    confidence: "proven",
    law: [{ law: "19 CFR 24.72", published: "CFR" }, REFUND_STATUSES],
  },
] as const satisfies readonly PaymentRule[];

export type PaymentPointRule = (typeof PAYMENT_POINTS)[number];
export type PaymentPointId = PaymentPointRule["id"];
/** The points that a person answers for. */
export type AttestedPaymentPointId = Extract<PaymentPointRule, { readonly kind: "attested" }>["id"];
