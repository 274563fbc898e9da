import type { DeclarationRow } from "@/components/declarations/declarations-table";
import type { StoredDeclaration } from "@/lib/data/declarations";
import { easternDay, usdText } from "@/lib/domain";
import { formatDay } from "@/lib/wording/day";

export const toDeclarationRow = (each: StoredDeclaration, base: string): DeclarationRow => ({
  id: each.id,
  href: `${base}/declarations/${each.id}`,
  fileName: each.fileName,
  importer: each.importerName || each.importerNumber,
  entries: each.entryCount,
  refundable: usdText(each.refundable),
  createdOn: formatDay(easternDay(each.createdAt)),
  state: each.state,
  claim: each.claim && {
    number: each.claim.claimNumber ?? "no number yet",
    href: `${base}/claims/${each.claim.id}`,
  },
});
