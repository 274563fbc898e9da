import type { RefundMeaning } from "@/lib/ask/understand";
import type { Authority } from "@/lib/domain";

import { countOf } from "./count";

export const REFUND_MEANING_WORDS = {
  "comes-back": "The duty paid comes back.",
  "comes-back-less-ordinary-duty": "The duty paid comes back, less the ordinary (column 1) duty it contains.",
  "no-money": "An exemption: no duty was paid on it, and nothing comes back.",
  stays: "Not IEEPA: it stays.",
  "not-read": "Its heading was not read: unknown.",
} as const satisfies Record<RefundMeaning, string>;

const AUTHORITY_WORDS = {
  IEEPA: "IEEPA numbers are all known, and this one is not among them",
  SECTION_232: "by its prefix it is Section 232, which stays",
  SECTION_301: "by its prefix it is Section 301, which stays",
  SECTION_201: "by its prefix it is Section 201, which stays",
  SECTION_122: "by its prefix it is Section 122, which stays",
  OTHER: "by its prefix it is no IEEPA number",
} as const satisfies Record<Authority, string>;

/** @param authority - null: not even the prefix is known */
export const describeUnlisted = (authority: Authority | null): string =>
  authority === null
    ? "It is in no table. Compare it with the entry summary."
    : `It is in no table; ${AUTHORITY_WORDS[authority]}. Compare it with the entry summary.`;

/** @param seconds - until the model writes again for this network */
export function describeModelWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `The model has written as often for your network as it may in an hour. It writes again in ${countOf(minutes, "minute", "minutes")}.`;
}
