import type { Day } from "../day";
import type { EntryNumber } from "../identifiers";
import { groupBy } from "../intake/group-by";
import { compareEvents } from "./claim-event";
import { type BookEvent, type ClaimStatement, eventsTold } from "./claim-statement";
import { foldRow } from "./claimed-entry";

/** What a file shows of an entry that CBP does to claimed entries; it names no claim. */
export type EntryEvidence = BookEvent & { readonly entryNumber: EntryNumber };

/** A claim while what belongs to it is collected. */
export type ClaimInTheMaking = {
  readonly id: string | null;
  readonly declarationId: string | null;
  readonly claimNumber: string | null;
  readonly numberFrom: "typed" | "files" | null;
  readonly declared: readonly EntryNumber[];
  readonly statements: readonly ClaimStatement[];
  /** Grows while evidence finds its claim. */
  readonly events: BookEvent[];
};

type Making = readonly ClaimInTheMaking[];

/**
 * Gives what names no claim to the claim that it can only speak of. The result of a validation, which comes before any
 * claim number: to the last file uploaded by then that has no number yet and holds all its entries. Liquidations, refunds
 * and vanished IEEPA lines of an entry: to the claim in which CBP did not drop it; never to one that was filed later.
 * @returns what belongs to no claim that we know
 */
export function placeEvidence(
  making: Making,
  withoutNumber: readonly ClaimStatement[],
  evidence: readonly EntryEvidence[],
): readonly BookEvent[] {
  const left: BookEvent[] = [];
  const ofEntries: BookEvent[] = [...evidence];
  for (const statements of groupBy(withoutNumber, ({ source }) => source.file).values()) {
    const events = eventsTold(statements);
    const isValidation = statements.some(({ outcome }) => outcome === "failed");
    const place = isValidation ? (uploadOf(making, statements)?.events ?? left) : ofEntries;
    for (const event of events) place.push(event);
  }
  const claimsOf = claimsByEntry(making);
  const placed = ofEntries.map((event) => ({ event, claim: claimOfEvent(event, claimsOf) }));
  for (const { event, claim } of placed) (claim?.events ?? left).push(event);
  return left.toSorted(compareEvents);
}

const filedOn = ({ events }: ClaimInTheMaking): Day | null =>
  events.filter(({ kind }) => kind === "filed").toSorted(compareEvents)[0]?.day ?? null;

function uploadOf(making: Making, statements: readonly ClaimStatement[]): ClaimInTheMaking | undefined {
  const day = statements[0]?.day ?? "";
  const fitting = making.filter((claim) => {
    if (claim.id === null || claim.claimNumber !== null || (filedOn(claim) ?? "9999") > day) return false;
    const declared = new Set(claim.declared);
    return statements.every(({ number }) => declared.has(number));
  });
  return lastFiled(fitting);
}

const keyOf = (claim: ClaimInTheMaking): string =>
  `${filedOn(claim) ?? ""} ${claim.id ?? ""} ${claim.claimNumber ?? ""}`;

const lastFiled = (claims: Making): ClaimInTheMaking | undefined =>
  claims.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).at(-1);

/** How one claim stands to one entry before loose evidence is placed. */
type Standing = {
  readonly claim: ClaimInTheMaking;
  readonly accepted: boolean;
  /** Filed on this day at the latest, or exactly; null: not known. */
  readonly filed: BookEvent | null;
};

function claimsByEntry(making: Making): (number: EntryNumber) => readonly Standing[] {
  const byEntry = new Map<EntryNumber, ClaimInTheMaking[]>();
  for (const claim of making)
    for (const number of claim.declared) byEntry.set(number, [...(byEntry.get(number) ?? []), claim]);
  const own = new Map(
    making.map((claim) => [claim, groupBy(claim.events, ({ entryNumber }) => entryNumber)]),
  );
  return (number) =>
    (byEntry.get(number) ?? []).flatMap((claim): readonly Standing[] => {
      const events = own.get(claim);
      const ofClaim = events?.get(null) ?? [];
      const { outcome } = foldRow(number, events?.get(number) ?? [], ofClaim);
      // Dropped there: what CBP did to the entry since, it did for another claim or in its own cycle.
      if (outcome === "failed") return [];
      const filed = ofClaim.filter(({ kind }) => kind === "filed").toSorted(compareEvents)[0] ?? null;
      return [{ claim, accepted: outcome === "accepted", filed }];
    });
}

/** The accepted one first, then the one filed last. Liquidations before the filing are no work of the claim. */
function claimOfEvent(
  { entryNumber, day }: BookEvent,
  standingOf: (number: EntryNumber) => readonly Standing[],
): ClaimInTheMaking | undefined {
  const able = (entryNumber === null ? [] : standingOf(entryNumber)).filter(
    ({ filed }) => filed === null || filed.dayIsLatest === true || filed.day <= day,
  );
  const accepted = able.filter((standing) => standing.accepted);
  return lastFiled((accepted.length > 0 ? accepted : able).map(({ claim }) => claim));
}
