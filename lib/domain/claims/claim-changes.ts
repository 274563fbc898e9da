import type { EntryNumber } from "../identifiers";
import type { BookClaim, ClaimBook } from "./claim-book";
import type { ClaimEventKind } from "./claim-event";
import type { ClaimedEntry, RowOutcome, RowStep } from "./claimed-entry";
import type { ClaimStatus } from "./fold-claim";

/** Where one entry of a claim stands. */
export type EntryStanding = {
  readonly outcome: RowOutcome;
  readonly step: RowStep | null;
  readonly message: string | null;
};

/** One entry of a claim before and after; null: the claim did not have it. */
export type ClaimedEntryChange = {
  readonly number: EntryNumber;
  readonly before: EntryStanding | null;
  readonly after: EntryStanding | null;
};

/** What became of one claim; null: there was no such claim, or there is none any more. */
export type ClaimChange = {
  readonly id: string | null;
  readonly claimNumber: string | null;
  readonly statusBefore: ClaimStatus | null;
  readonly statusAfter: ClaimStatus | null;
  readonly entries: readonly ClaimedEntryChange[];
  /** Events that were not on its timeline before, by kind. */
  readonly events: Readonly<Partial<Record<ClaimEventKind, number>>>;
};

/** What differs between two states of the book of claims; claims that stay as they are are left out. */
export function claimChanges(before: ClaimBook, after: ClaimBook): readonly ClaimChange[] {
  const known = new Map(before.claims.map((claim) => [keyOf(claim), claim]));
  const now = new Map(after.claims.map((claim) => [keyOf(claim), claim]));
  const keys = [...new Set([...now.keys(), ...known.keys()])];
  return keys
    .map((key) => changeOf(known.get(key) ?? null, now.get(key) ?? null))
    .filter(
      ({ statusBefore, statusAfter, entries, events }) =>
        statusBefore !== statusAfter || entries.length > 0 || Object.keys(events).length > 0,
    );
}

const keyOf = ({ id, claimNumber }: BookClaim): string => id ?? `number ${claimNumber ?? ""}`;

function changeOf(before: BookClaim | null, after: BookClaim | null): ClaimChange {
  return {
    id: (after ?? before)?.id ?? null,
    claimNumber: (after ?? before)?.claimNumber ?? null,
    statusBefore: before?.state.status ?? null,
    statusAfter: after?.state.status ?? null,
    entries: entryChanges(rowsOf(before), rowsOf(after)),
    events: eventsAdded(before, after),
  };
}

const rowsOf = (claim: BookClaim | null): ReadonlyMap<EntryNumber, ClaimedEntry> =>
  new Map(claim?.state.rows.map((row) => [row.number, row]));

function entryChanges(
  before: ReadonlyMap<EntryNumber, ClaimedEntry>,
  after: ReadonlyMap<EntryNumber, ClaimedEntry>,
): readonly ClaimedEntryChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((number) => {
    const change = { number, before: standing(before.get(number)), after: standing(after.get(number)) };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

const standing = (row: ClaimedEntry | undefined): EntryStanding | null =>
  row === undefined ? null : { outcome: row.outcome, step: row.step, message: row.message };

function eventsAdded(before: BookClaim | null, after: BookClaim | null): ClaimChange["events"] {
  const known = new Set(before?.state.timeline.map(({ id }) => id));
  const counts: Partial<Record<ClaimEventKind, number>> = {};
  for (const { id, kind } of after?.state.timeline ?? [])
    if (!known.has(id)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
