import type { PaymentPoint, PaymentState } from "@/lib/domain";
import { usdText } from "@/lib/domain";

import { countOf } from "./count";
import { formatDay, formatInstant } from "./day";
import { formatUsd } from "./money";

export const PAYMENT_STATE_WORDS = {
  red: "Holds money",
  amber: "Check",
  green: "In order",
} as const satisfies Record<PaymentState, string>;

const WHAT_TO_DO = {
  "ach-refund":
    "In ACE, ACH Refund Authorization tab of the importer's own sub-account: a broker cannot enter it.",
  "refund-routing": "Look whether an old broker still stands on Form 4811 in the ACE profile.",
  "payment-returned": "CBP pays again once the enrolment is right: mend it in ACE, then attest it here.",
  "funds-diverted": "Ask CBP which bill was paid with it; the amount is no refund any more.",
} as const;

/** What is known of a point, a sentence each. */
export function describePaymentPoint({ rule, attestation, trouble, state }: PaymentPoint): readonly string[] {
  const said =
    attestation === null
      ? rule.kind === "attested"
        ? ["Nobody has attested it."]
        : []
      : [
          `${attestation.name} said ${attestation.holds ? "yes, it is so" : "no, it is not so"}, ${formatInstant(attestation.at)}${attestation.note === "" ? "." : `: ${attestation.note}`}`,
        ];
  const happened =
    trouble === null
      ? []
      : [
          `${countOf(trouble.times, "time", "times")}, last ${formatDay(trouble.lastDay)}${trouble.amount === null ? ", amount not told" : `, ${formatUsd(usdText(trouble.amount))} USD in all`}.`,
        ];
  const none = rule.kind === "told" && trouble === null ? ["None is noted on your claims."] : [];
  return [...said, ...happened, ...none, ...(state === "green" ? [] : [WHAT_TO_DO[rule.id]])];
}
