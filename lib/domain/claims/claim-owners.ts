import type { EntryNumber } from "../identifiers";
import type { ClaimStatement } from "./claim-statement";

/** A declaration of ours that was filed. */
export type FiledClaim = {
  readonly id: string;
  readonly declarationId: string;
  /** As somebody typed it; null while nobody did. */
  readonly claimNumber: string | null;
  /** The entries of its file. */
  readonly declared: readonly EntryNumber[];
};

/** What files say under one claim number. */
type Group = { readonly claimNumber: string; readonly statements: readonly ClaimStatement[] };

/** Which claim of ours each claim number of the files is; numbers that stand for no claim of ours are absent. */
type ClaimOwners = ReadonlyMap<string, FiledClaim>;

/**
 * Tells our claims among the claim numbers that files show. A number that somebody typed decides. Otherwise it is the
 * one claim of ours without a number that declared every entry named under it: CBP lists a claim under one number, so a
 * claim that is found drops out, and what is left is looked at again. Two claims that fit leave it open.
 */
export function claimOwners(
  filed: readonly FiledClaim[],
  byNumber: ReadonlyMap<string, readonly ClaimStatement[]>,
): ClaimOwners {
  const owners = new Map<string, FiledClaim>();
  for (const claim of filed) if (claim.claimNumber !== null) owners.set(claim.claimNumber, claim);
  const unnamed = new Map(
    filed
      .filter(({ claimNumber }) => claimNumber === null)
      .map((claim) => [claim.id, { claim, declared: new Set(claim.declared) }]),
  );
  let open: readonly Group[] = [...byNumber]
    .filter(([claimNumber]) => !owners.has(claimNumber))
    .map(([claimNumber, statements]) => ({ claimNumber, statements }));
  for (;;) {
    const found = onlyFits(open, [...unnamed.values()]);
    if (found.size === 0) return owners;
    for (const [claimNumber, claim] of found) {
      owners.set(claimNumber, claim);
      unnamed.delete(claim.id);
    }
    open = open.filter(({ claimNumber }) => !found.has(claimNumber));
  }
}

type Unnamed = { readonly claim: FiledClaim; readonly declared: ReadonlySet<EntryNumber> };

/** Numbers that fit one claim only, which no other number fits as its only one. */
function onlyFits(groups: readonly Group[], unnamed: readonly Unnamed[]): ReadonlyMap<string, FiledClaim> {
  const fits = groups.flatMap(({ claimNumber, statements }) => {
    const [only, ...others] = unnamed.filter(({ declared }) =>
      statements.every(({ number }) => declared.has(number)),
    );
    return only === undefined || others.length > 0 ? [] : [{ claimNumber, claim: only.claim }];
  });
  const rivals = new Map<string, number>();
  for (const { claim } of fits) rivals.set(claim.id, (rivals.get(claim.id) ?? 0) + 1);
  return new Map(
    fits
      .filter(({ claim }) => rivals.get(claim.id) === 1)
      .map(({ claimNumber, claim }) => [claimNumber, claim]),
  );
}
