import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { groupBy } from "../intake/group-by";
import { type CapeMessage, normaliseCapeText } from "../law/cape-messages";
import type { BookEvent } from "./claim-statement";
import { type BookClaim, type ClaimBook, entriesInClaims, type EntryInClaim } from "./claim-book";

/**
 * Whether a row that CBP dropped goes into CAPE again. again-since: CBP changed the rule on that day. once-unchanged: as it
 * is, one more time. after-fix: once the remedy is done, which is also what is left when a row came back unchanged.
 * whole-file: the upload was refused as a whole. wait: not while the rule stands. no: nothing more to do in CAPE.
 * unknown: words that no table of ours explains.
 */
export type RefileAdvice =
  | { readonly kind: "again-since"; readonly since: Day }
  | { readonly kind: "once-unchanged" | "after-fix" | "whole-file" | "wait" | "no" | "unknown" };

/** One entry that CBP dropped from a claim, and that stands on no other one by now. */
export type RejectedRow = {
  readonly number: EntryNumber;
  /** The last claim that it was dropped from. */
  readonly claim: BookClaim;
  /** CBP's words, verbatim; null where it gave none. */
  readonly message: string | null;
  readonly meaning: CapeMessage | null;
  /** The last day on which CBP can have decided it: the filing, or a file that shows the answer. */
  readonly filedBy: Day | null;
  readonly advice: RefileAdvice;
  /** Somebody decided not to pursue it. */
  readonly givenUp: boolean;
};

/** Rows with one message of CBP, compared as messages are. */
export type RejectedGroup = {
  readonly key: string;
  /** As CBP wrote it first; null where it gave no words. */
  readonly message: string | null;
  readonly meaning: CapeMessage | null;
  readonly rows: readonly RejectedRow[];
};

/** Every entry that CBP dropped from each claim that has it. One that waits or was accepted on another claim is left out. */
export function rejectedRows(book: ClaimBook): readonly RejectedRow[] {
  const known = new Map<BookClaim, EventsByEntry>();
  const eventsIn = (claim: BookClaim): EventsByEntry => {
    const events = known.get(claim) ?? groupBy(claim.state.timeline, ({ entryNumber }) => entryNumber);
    known.set(claim, events);
    return events;
  };
  return [...entriesInClaims(book)]
    .filter(([, claims]) => claims.every(({ row }) => row.outcome === "failed"))
    .flatMap(([number, claims]) => {
      const inOrder = claims.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      const last = inOrder.at(-1);
      return last === undefined ? [] : [rejectedRow(number, last, inOrder, eventsIn(last.claim))];
    })
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

type EventsByEntry = ReadonlyMap<EntryNumber | null, readonly BookEvent[]>;

const orderOf = ({ claim }: EntryInClaim): string =>
  `${claim.state.filedOn ?? ""} ${claim.id ?? ""} ${claim.claimNumber ?? ""}`;

function rejectedRow(
  number: EntryNumber,
  { claim, row: { message, meaning } }: EntryInClaim,
  claims: readonly EntryInClaim[],
  events: EventsByEntry,
): RejectedRow {
  const own = events.get(number) ?? [];
  const failures = claims.filter(({ row }) => keyOfMessage(row.message) === keyOfMessage(message)).length;
  const filedBy = claim.state.filedOn ?? own.find(({ kind }) => kind === "rejected")?.day ?? null;
  return {
    ...{ number, claim, message, meaning, filedBy },
    advice: refileAdvice(meaning, filedBy, failures),
    givenUp: [...own, ...(events.get(null) ?? [])].some(({ kind }) => kind === "given-up"),
  };
}

/**
 * What the table of CBP's messages says of filing a row again.
 * @param filedBy - the last day on which the claim can have been filed; null: not known
 * @param failures - how many claims it came back from with these words
 */
export function refileAdvice(
  meaning: CapeMessage | null,
  filedBy: Day | null,
  failures: number,
): RefileAdvice {
  if (meaning === null) return { kind: "unknown" };
  switch (meaning.refile) {
    case "if-rule-changed": {
      const { againSince, until } = meaning;
      // Words that CBP does not use any more are from before the change, whatever the day of the file that shows them.
      const isEarlier = until !== null || (filedBy !== null && againSince != null && filedBy < againSince);
      return againSince != null && isEarlier ? { kind: "again-since", since: againSince } : { kind: "wait" };
    }
    case "once-unchanged":
      return { kind: failures > 1 ? "after-fix" : "once-unchanged" };
    case "after-fix":
    case "whole-file":
    case "no":
      return { kind: meaning.refile };
  }
}

/** Rows by the message that CBP gave: those that differ in case, blanks or punctuation only are one. */
export const rejectedGroups = (rows: readonly RejectedRow[]): readonly RejectedGroup[] =>
  [...groupBy(rows, ({ message, meaning }) => meaning?.match ?? keyOfMessage(message))].map(
    ([key, [first, ...others]]) => ({
      ...{ key, message: first.message, meaning: first.meaning, rows: [first, ...others] },
    }),
  );

/** How the words of a message are known again; empty where CBP gave none. */
export const keyOfMessage = (message: string | null): string =>
  message === null ? "" : normaliseCapeText(message);

/** True where filing the row again may lead somewhere: the lane of the entry and its declarations decide the rest. */
export const isWorthRefiling = ({ advice, givenUp }: RejectedRow): boolean =>
  !givenUp && advice.kind !== "no" && advice.kind !== "wait";
