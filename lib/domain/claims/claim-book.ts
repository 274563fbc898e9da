import type { EntryNumber } from "../identifiers";
import { groupBy } from "../intake/group-by";
import { claimOwners, type FiledClaim } from "./claim-owners";
import {
  type BookEvent,
  type ClaimStatement,
  eventsTold,
  fromFile,
  liquidationTold,
  unreadWords,
} from "./claim-statement";
import { type ClaimState, foldClaim } from "./fold-claim";
import { type EntryEvidence, placeEvidence, type ClaimInTheMaking } from "./place-evidence";

/** A filed declaration of ours with what people typed on its timeline. */
export type OwnClaim = FiledClaim & { readonly events: readonly BookEvent[] };

/** All that is known of claims: what was filed and typed here, and what files say. */
export type ClaimSources = {
  readonly own: readonly OwnClaim[];
  readonly statements: readonly ClaimStatement[];
  readonly evidence: readonly EntryEvidence[];
};

/** A claim with its state; one that somebody else filed has no `id` and no declaration of ours. */
export type BookClaim = {
  readonly id: string | null;
  readonly declarationId: string | null;
  readonly claimNumber: string | null;
  /** Null where there is no number. files: nobody typed it, the entries under it are those of our declaration. */
  readonly numberFrom: "typed" | "files" | null;
  /** The entries of our file; of a claim filed elsewhere, every entry that CBP lists under its number. */
  readonly entries: readonly EntryNumber[];
  readonly state: ClaimState<BookEvent>;
  /** Words of CBP for a status that we do not know, each once, verbatim. */
  readonly unread: readonly string[];
};

export type ClaimBook = {
  /** Ours in the order given, then those filed elsewhere by their number. */
  readonly claims: readonly BookClaim[];
  /** Shown of an entry, and of no claim that we know. */
  readonly unplaced: readonly BookEvent[];
};

/**
 * The state of every claim, ours and others', from all that is known: the same whatever arrived first. Nothing is kept
 * of it, so what a file told goes with the file.
 */
export function foldClaimBook({ own, statements, evidence }: ClaimSources): ClaimBook {
  const sorted = statements.toSorted(bySource);
  const byNumber = groupBy(
    sorted.filter(({ claimNumber }) => claimNumber !== null),
    ({ claimNumber }) => claimNumber ?? "",
  );
  const owners = claimOwners(own, byNumber);
  const numberOf = new Map([...owners].map(([claimNumber, { id }]) => [id, claimNumber]));
  const making: ClaimInTheMaking[] = own.map((claim) =>
    inTheMaking(claim, numberOf.get(claim.id) ?? null, byNumber),
  );
  for (const [claimNumber, told] of [...byNumber].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!owners.has(claimNumber)) making.push(filedElsewhere(claimNumber, told));
  const withoutNumber = sorted.filter(({ claimNumber }) => claimNumber === null);
  const liquidations = sorted.flatMap((statement) => liquidationTold(statement) ?? []);
  const unplaced = placeEvidence(making, withoutNumber, [...evidence, ...liquidations]);
  return { claims: making.map(toBookClaim), unplaced };
}

const bySource = (a: ClaimStatement, b: ClaimStatement): number =>
  a.source.file === b.source.file ? a.source.row - b.source.row : a.source.file < b.source.file ? -1 : 1;

function inTheMaking(
  { id, declarationId, claimNumber: typed, declared, events }: OwnClaim,
  claimNumber: string | null,
  byNumber: ReadonlyMap<string, readonly ClaimStatement[]>,
): ClaimInTheMaking {
  const statements = claimNumber === null ? [] : (byNumber.get(claimNumber) ?? []);
  return {
    ...{ id, declarationId, claimNumber, statements, declared },
    numberFrom: claimNumber === null ? null : typed === null ? "files" : "typed",
    events: [...events, ...eventsTold(statements)],
  };
}

/** CBP lists it, so it was filed by the day of the first file that shows it. */
function filedElsewhere(claimNumber: string, statements: readonly ClaimStatement[]): ClaimInTheMaking {
  const days = statements.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : bySource(a, b)));
  const filed = days.slice(0, 1).map((first): BookEvent => ({
    ...{ ...fromFile(first), id: `${claimNumber}:filed`, kind: "filed", day: first.day },
    ...{ dayIsLatest: true, entryNumber: null, message: null },
  }));
  const declared = [...new Set(statements.map(({ number }) => number))].sort();
  const events = [...filed, ...eventsTold(statements)];
  return { id: null, declarationId: null, claimNumber, numberFrom: "files", statements, declared, events };
}

const toBookClaim = ({ declared, events, statements, ...claim }: ClaimInTheMaking): BookClaim => ({
  ...claim,
  entries: declared,
  state: foldClaim(events, declared),
  unread: [...new Set(statements.flatMap(unreadWords))].sort(),
});

/** An entry in one claim, with what became of it there. */
export type EntryInClaim = { readonly claim: BookClaim; readonly row: ClaimState["rows"][number] };

/** What all claims say of each entry, in the order of the book. */
export function entriesInClaims({ claims }: ClaimBook): ReadonlyMap<EntryNumber, readonly EntryInClaim[]> {
  const found = new Map<EntryNumber, EntryInClaim[]>();
  for (const claim of claims)
    for (const row of claim.state.rows) {
      const known = found.get(row.number);
      if (known) known.push({ claim, row });
      else found.set(row.number, [{ claim, row }]);
    }
  return found;
}
