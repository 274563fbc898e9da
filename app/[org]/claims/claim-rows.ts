import type { ClaimEventRow } from "@/components/claims/claim-timeline";
import type { ClaimRow } from "@/components/claims/claims-table";
import type { EntryOutcomeRow } from "@/components/claims/entry-outcomes-table";
import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { formatEntryNumber, usdText } from "@/lib/domain";
import type { ClaimView } from "@/lib/usecases/view-claim";
import {
  CLAIM_EVENT_WORDS,
  CLAIM_FLAG_SENTENCES,
  OWNER_WORDS,
  PLAIN_STATUS_WORDS,
  ROW_OUTCOME_WORDS,
} from "@/lib/wording/claims";
import { formatUsd } from "@/lib/wording/money";

/** CBP's word, and the plain one beside it where they differ. */
export function statusText({ state }: ClaimView): string {
  const { name } = CLAIM_EVENT_WORDS[state.status];
  const plain = PLAIN_STATUS_WORDS[state.plain];
  return name.startsWith(plain) ? name : `${name} (${plain.toLowerCase()})`;
}

export function toClaimRow(view: ClaimView, base: string): ClaimRow {
  const { claim, declaration, state } = view;
  const withOutcome = (outcome: string) => state.rows.filter((row) => row.outcome === outcome).length;
  return {
    id: claim.id,
    href: `${base}/claims/${claim.id}`,
    claimNumber: claim.claimNumber,
    importer: declaration.importerName || claim.importerNumber,
    status: statusText(view),
    tone: CLAIM_EVENT_WORDS[state.status].tone,
    filedOn: state.filedOn,
    entries: claim.entryCount,
    accepted: withOutcome("accepted"),
    failed: withOutcome("failed"),
    refundable: usdText(declaration.refundable),
  };
}

/** @param names - of the organization's members, by user id */
export const toEventRows = (
  { state }: ClaimView,
  names: ReadonlyMap<string, string>,
): readonly ClaimEventRow[] =>
  state.timeline.map((event) => {
    const flag = state.flags.find(({ events }) => events.includes(event.id));
    const amount = event.amount === null ? [] : [`${formatUsd(usdText(event.amount))} USD`];
    const entry = event.entryNumber === null ? [] : [`Entry ${formatEntryNumber(event.entryNumber)}`];
    return {
      id: event.id,
      title: CLAIM_EVENT_WORDS[event.kind].name,
      tone: CLAIM_EVENT_WORDS[event.kind].tone,
      day: event.day,
      recordedAt: event.recordedAt,
      recordedFrom: `${event.source} by ${names.get(event.actorId) ?? "a former member"}`,
      scope: [...entry, ...amount].join(", ") || null,
      message: event.message,
      flag: flag ? CLAIM_FLAG_SENTENCES[flag.kind] : null,
    };
  });

/** @param declared - the entries of the declaration with the amounts that were frozen with it */
export const toOutcomeRows = (
  { state }: ClaimView,
  declared: readonly DeclaredEntry[],
  base: string,
): readonly EntryOutcomeRow[] =>
  state.rows.map(({ number, outcome, message, meaning }) => ({
    number: formatEntryNumber(number),
    href: `${base}/entries/${number}`,
    outcome: ROW_OUTCOME_WORDS[outcome].name,
    tone: ROW_OUTCOME_WORDS[outcome].tone,
    message,
    meaning: meaning?.meaning ?? null,
    nextStep: meaning?.remedy ?? null,
    owner: meaning ? OWNER_WORDS[meaning.owner] : null,
    refundable: refundableText(declared.find(({ facts }) => facts.number === number)),
  }));

const refundableText = (entry: DeclaredEntry | undefined): string | null =>
  entry?.refundable ? usdText(entry.refundable) : null;
