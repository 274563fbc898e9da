import { type Day, day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation } from "./citation";

/**
 * The set of rules a screening was made with. CBP's last known change is in its name; a correction of ours between
 * two changes raises the number behind the point. A screening stores it, so that entries can be screened again.
 */
export const RULES = {
  version: "2026-07-07.1",
  effectiveFrom: day("2026-07-07"),
  source: [
    { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" },
    { law: "CSMS 69035485", published: "CBP, 23 Jun 2026: entries flagged for reconciliation" },
    { law: "CSMS 69056483", published: "CBP, 25 Jun 2026: entry validations" },
    { law: "CSMS 69127837", published: "CBP, effective 7 Jul 2026: warehouse entries" },
  ],
} as const satisfies { version: string; effectiveFrom: Day; source: NonEmpty<Citation> };
