import "server-only";

import { today } from "@/lib/clock";
import { queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { claimSources } from "@/lib/data/claim-book";
import type { ClaimsOfFile } from "@/lib/data/claim-rows";
import { queryOf, type Tenant } from "@/lib/data/tenant";
import {
  entriesInClaims,
  foldClaimBook,
  refundsAwaited,
  shownWithoutIeepa,
  type Acceptance,
  type ClaimBook,
  type ClaimRow,
  type Entry,
  type EntryInClaim,
  type EntryNumber,
} from "@/lib/domain";

/** Every claim, ours and others', folded from what was typed and what files say. */
export const claimBook = async (t: Tenant | BulkTenant): Promise<ClaimBook> =>
  foldClaimBook(await claimSources("client" in t ? queryOn(t) : queryOf(t), t.orgId, today()));

/** Since when the refund of each accepted entry is awaited, by all that is known of claims. */
export const acceptances = async (t: Tenant | BulkTenant): Promise<ReadonlyMap<EntryNumber, Acceptance>> =>
  refundsAwaited(await claimBook(t));

/** What claims say of each entry: its outcome, step, day of liquidation and CBP's words in every claim that has it. */
export const claimedEntries = async (
  t: Tenant | BulkTenant,
): Promise<ReadonlyMap<EntryNumber, readonly EntryInClaim[]>> => entriesInClaims(await claimBook(t));

/** What a file, or a piece of it, says of claims. That IEEPA lines are gone, only a report of whole entries can show. */
export const claimsOfFile = (
  report: string,
  entries: Iterable<Entry>,
  rows: readonly ClaimRow[],
): ClaimsOfFile => ({
  rows,
  withoutIeepa:
    report === "es003"
      ? [...entries].flatMap((entry) => {
          const source = shownWithoutIeepa(entry);
          return source === null ? [] : [{ number: entry.number, source }];
        })
      : [],
});
