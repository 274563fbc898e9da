import type { EntryOutcomeRow } from "@/components/claims/entry-outcomes-table";
import { toCents, usdText } from "@/lib/domain";
import type { ClaimView } from "@/lib/usecases/view-claim";
import { CLAIM_EVENT_WORDS, PLAIN_STATUS_WORDS } from "@/lib/wording/claims";

import { refundableOfClaim, toClaimRow } from "./claim-rows";

/** One claim as a line of the CSV, in the order of its headings. */
export function claimLine(view: ClaimView): readonly string[] {
  const { claimNumber, state, own } = view;
  const { importer, entries, accepted, failed } = toClaimRow(view, "");
  return [
    ...[claimNumber ?? "", own === null ? "yes" : "no", importer],
    ...[CLAIM_EVENT_WORDS[state.status].name, PLAIN_STATUS_WORDS[state.plain], state.open ? "yes" : "no"],
    ...[own === null ? "" : (state.filedOn ?? ""), state.acceptedOn ?? ""],
    ...[entries, accepted, failed].map(String),
    usdText(toCents(refundableOfClaim(view))),
  ];
}

/** One entry of a claim as a line of the CSV, in the order of its headings. */
export const outcomeLine = (row: EntryOutcomeRow): readonly string[] => [
  ...[row.number, row.outcome, row.step ?? "", row.liquidatedOn ?? ""],
  ...[row.message ?? "", row.meaning ?? "", row.nextStep ?? "", row.owner ?? ""],
  ...[row.settled ? "yes" : "no", row.refundable ?? ""],
];
