import { claimHref } from "@/app/[org]/claims/claim-rows";
import type { PreviewClaimsText, PreviewClaimText } from "@/components/imports/preview-claims";
import type { ImportPreview, PreviewClaim } from "@/lib/data/import-preview";
import { formatEntryNumber, type ClaimEventKind, type EntryStanding } from "@/lib/domain";
import { CLAIM_EVENT_WORDS, ROW_OUTCOME_WORDS } from "@/lib/wording/claims";
import { formatCount } from "@/lib/wording/count";

/** What a file does to claims, in words; nothing where an older program kept the preview. */
export const toPreviewClaims = (found: ImportPreview["claims"], base: string): PreviewClaimsText => ({
  changed: found?.changed ?? 0,
  claims: (found?.examples ?? []).map((claim) => toPreviewClaim(claim, base)),
});

function toPreviewClaim(claim: PreviewClaim, base: string): PreviewClaimText {
  const { id, claimNumber, statusBefore, statusAfter, entries, events, examples } = claim;
  const statuses = [statusBefore, statusAfter].flatMap((status) =>
    status === null ? [] : CLAIM_EVENT_WORDS[status].name,
  );
  return {
    id: id ?? `number ${claimNumber ?? ""}`,
    name: claimNumber ?? "without a number",
    href: statusBefore === null ? null : claimHref(claim, base),
    elsewhere: id === null,
    status: [...(statusBefore === null ? ["New"] : []), ...new Set(statuses)].join(" → "),
    tone: statusAfter === null ? "neutral" : CLAIM_EVENT_WORDS[statusAfter].tone,
    entries,
    events: (Object.entries(events) as [ClaimEventKind, number][]).map(
      ([kind, count]) => `${formatCount(count)} × ${CLAIM_EVENT_WORDS[kind].name}`,
    ),
    examples: examples.map(({ number, before, after }) => ({
      number: formatEntryNumber(number),
      move: [before, after].map(standingText).join(" → "),
      message: after?.message ?? null,
    })),
  };
}

/** "Accepted, Liquidated"; an entry that the claim does not have: "not on it". */
const standingText = (standing: EntryStanding | null): string =>
  standing === null
    ? "not on it"
    : [
        ROW_OUTCOME_WORDS[standing.outcome].name,
        ...(standing.step === null ? [] : [CLAIM_EVENT_WORDS[standing.step].name]),
      ].join(", ");
