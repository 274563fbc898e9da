import { type EntryNumber, type FilerCode, filerCodeOf } from "../identifiers";
import { DECLARATION_LIMITS, type DeclarationLimits } from "../law/declaration-limits";
import { isNonEmpty, type NonEmpty } from "../result";
import { type FilingRight, type RightRefusal, rightRefusal } from "./filing-right";
import { byText } from "../text-order";

/** An entry that may go into a CAPE Declaration; callers add what they want to find again in the batch. */
export type Candidate = {
  readonly number: EntryNumber;
  /** Null: unknown, or the files name different importers. */
  readonly importerNumber: string | null;
  /** It stands on a live declaration of ours. */
  readonly alreadyDeclared?: boolean;
  /** It stands on a claim filed elsewhere, which a file showed and CBP has not answered. */
  readonly claimUnanswered?: boolean;
};

/** One file: one filer, one importer of record unless importers are merged, within CBP's limits, by entry number. */
export type DeclarationBatch<C extends Candidate = Candidate> = {
  /** Every importer of record in the file, in text order; one unless they are merged. */
  readonly importerNumbers: NonEmpty<string>;
  readonly filerCode: FilerCode;
  /** This file is number `part` of `parts` for its importer and filer, or for its filer when importers are merged. */
  readonly part: number;
  readonly parts: number;
  readonly entries: NonEmpty<C>;
};

/** Why a candidate is in no batch. `repeated`: the same number stands in the batch once already. */
export type CandidateRefusal =
  "repeated" | "importer-unknown" | "already-declared" | "claim-unanswered" | RightRefusal;

/** Every candidate is in exactly one batch or refused once, with the reason. */
export type DeclarationPlan<C extends Candidate = Candidate> = {
  readonly batches: readonly DeclarationBatch<C>[];
  readonly refused: readonly { readonly candidate: C; readonly because: CandidateRefusal }[];
};

type FileLimits = Pick<DeclarationLimits, "header" | "entriesMax" | "bytesBelow">;

type BuildTerms = {
  readonly limits?: FileLimits;
  /** Null: the organization has not said whose entries it may declare, so nothing is refused for that. */
  readonly right?: FilingRight | null;
  /** A broker's account may file several importers in one file; an importer's may not (CBP FAQ). */
  readonly mergesImporters?: boolean;
};

const LINE_END_BYTES = 2;
const ENTRY_NUMBER_BYTES = 11;

/** Bytes of a declaration file with that many entry numbers: all characters are ASCII, every line ends in CRLF. */
export const declarationBytes = (entries: number, header: string = DECLARATION_LIMITS.header): number =>
  header.length + LINE_END_BYTES + entries * (ENTRY_NUMBER_BYTES + LINE_END_BYTES);

function entriesPerFile({ header, entriesMax, bytesBelow }: FileLimits): number {
  const bytesForEntries = bytesBelow - 1 - declarationBytes(0, header);
  const fitting = Math.min(entriesMax, Math.floor(bytesForEntries / (ENTRY_NUMBER_BYTES + LINE_END_BYTES)));
  if (fitting < 1) throw new Error("The limits leave no room for a single entry number");
  return fitting;
}

/**
 * Splits entries into declaration files by importer and filer, within the limits on entries and bytes, in the order of
 * the code points of importer, filer and entry number, whatever the order of the candidates.
 */
export function buildDeclarations<C extends Candidate>(
  candidates: readonly C[],
  { limits = DECLARATION_LIMITS, right = null, mergesImporters = false }: BuildTerms = {},
): DeclarationPlan<C> {
  const { accepted, refused } = sortOut(candidates, right);
  const perFile = entriesPerFile(limits);
  const batches = [...groupByFile(accepted, mergesImporters && right?.role === "broker").values()].flatMap(
    (group) => {
      const parts = Math.ceil(group.length / perFile);
      return Array.from({ length: parts }, (_, index) =>
        batchOf(group.slice(index * perFile, (index + 1) * perFile), index + 1, parts),
      );
    },
  );
  return { batches, refused };
}

type Accepted<C> = { readonly candidate: C; readonly importerNumber: string };

function sortOut<C extends Candidate>(candidates: readonly C[], right: FilingRight | null) {
  const importers = new Map<EntryNumber, Set<string | null>>();
  for (const { number, importerNumber } of candidates) {
    importers.set(number, (importers.get(number) ?? new Set()).add(importerNumber));
  }
  const accepted = new Map<EntryNumber, Accepted<C>>();
  const refused: { candidate: C; because: CandidateRefusal }[] = [];
  for (const candidate of candidates) {
    const { number, importerNumber } = candidate;
    const isTorn = (importers.get(number)?.size ?? 0) > 1;
    if (candidate.alreadyDeclared === true) refused.push({ candidate, because: "already-declared" });
    else if (candidate.claimUnanswered === true) refused.push({ candidate, because: "claim-unanswered" });
    else if (importerNumber === null || isTorn) refused.push({ candidate, because: "importer-unknown" });
    else {
      const because = right && rightRefusal(right, candidate);
      if (because !== null) refused.push({ candidate, because });
      else if (accepted.has(number)) refused.push({ candidate, because: "repeated" });
      else accepted.set(number, { candidate, importerNumber });
    }
  }
  return { accepted: [...accepted.values()], refused };
}

function groupByFile<C extends Candidate>(
  accepted: readonly Accepted<C>[],
  merged: boolean,
): ReadonlyMap<string, Accepted<C>[]> {
  const groups = new Map<string, Accepted<C>[]>();
  const inOrder = accepted.toSorted(
    (a, b) =>
      (merged ? 0 : byText(a.importerNumber, b.importerNumber)) ||
      byText(a.candidate.number, b.candidate.number),
  );
  for (const each of inOrder) {
    const key = `${filerCodeOf(each.candidate.number)} ${merged ? "" : each.importerNumber}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

function batchOf<C extends Candidate>(
  group: readonly Accepted<C>[],
  part: number,
  parts: number,
): DeclarationBatch<C> {
  const entries = group.map(({ candidate }) => candidate);
  const importerNumbers = [...new Set(group.map(({ importerNumber }) => importerNumber))].sort(byText);
  if (!isNonEmpty(entries) || !isNonEmpty(importerNumbers)) throw new Error("A declaration without entries");
  return { importerNumbers, filerCode: filerCodeOf(entries[0].number), part, parts, entries };
}
