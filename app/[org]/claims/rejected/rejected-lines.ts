import { formatEntryNumber, toCents, usdText } from "@/lib/domain";
import type { RejectedView } from "@/lib/usecases/rejected-entries";
import { OWNER_WORDS } from "@/lib/wording/claims";
import { LANE_WORDS } from "@/lib/wording/lanes";

import { stateOf } from "./rejected-rows";

/** One rejected entry as a line of the CSV, in the order of its headings. */
export function adviceLine(row: RejectedView): readonly string[] {
  const { number, claim, filedBy, message, meaning, entry } = row;
  return [
    ...[formatEntryNumber(number), entry?.importerNumber ?? "", claim.claimNumber ?? "", filedBy ?? ""],
    ...[message ?? "", meaning?.meaning ?? "", meaning?.remedy ?? ""],
    ...[meaning ? OWNER_WORDS[meaning.owner] : "", stateOf(row)],
    ...[entry ? LANE_WORDS[entry.lane].name : "", entry?.windowEnds ?? ""],
    entry?.refundable ? usdText(toCents(entry.refundable)) : "",
  ];
}
