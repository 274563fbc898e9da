import type { DeclarationRow } from "@/components/declarations/declarations-table";
import type { StoredDeclaration } from "@/lib/data/declarations";
import { easternDay, usdText } from "@/lib/domain";
import { formatDay } from "@/lib/wording/day";
import { importerText } from "@/lib/wording/declarations";

/** @param built - ids of those built a moment ago */
export const toDeclarationRow = (
  each: StoredDeclaration,
  base: string,
  built: readonly string[],
): DeclarationRow => ({
  id: each.id,
  href: `${base}/declarations/${each.id}`,
  fileName: each.fileName,
  importer: importerText(each),
  entries: each.entryCount,
  refundable: usdText(each.refundable),
  createdOn: formatDay(easternDay(each.createdAt)),
  state: each.state,
  hasFile: each.fileSha256 !== null,
  ticked: built.includes(each.id),
  claim: each.claim && {
    number: each.claim.claimNumber ?? "no number yet",
    href: `${base}/claims/${each.claim.id}`,
  },
});
