import { type EntryNumber, type FilerCode, filerCodeOf } from "../identifiers";
import { DECLARATION_LIMITS, type DeclarationLimits } from "../law/declaration-limits";
import { isNonEmpty, type NonEmpty } from "../result";

/** An entry that may go into a CAPE Declaration; callers add what they want to find again in the batch. */
export type Candidate = {
  readonly number: EntryNumber;
  /** Null: unknown, or the files name different importers. */
  readonly importerNumber: string | null;
  /** It stands on a live declaration of ours or on an imported claim that was not refused. */
  readonly alreadyDeclared?: boolean;
};

/** One file: one importer of record, one filer, within CBP's limits, by entry number. */
export type DeclarationBatch<C extends Candidate = Candidate> = {
  readonly importerNumber: string;
  readonly filerCode: FilerCode;
  /** This file is number `part` of `parts` for its importer and filer. */
  readonly part: number;
  readonly parts: number;
  readonly entries: NonEmpty<C>;
};

/** Why a candidate is in no batch. `repeated`: the same number stands in the batch once already. */
export type CandidateRefusal = "repeated" | "importer-unknown" | "already-declared";

/** Every candidate is in exactly one batch or refused once, with the reason. */
export type DeclarationPlan<C extends Candidate = Candidate> = {
  readonly batches: readonly DeclarationBatch<C>[];
  readonly refused: readonly { readonly candidate: C; readonly because: CandidateRefusal }[];
};

type FileLimits = Pick<DeclarationLimits, "header" | "entriesMax" | "bytesBelow">;

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
  limits: FileLimits = DECLARATION_LIMITS,
): DeclarationPlan<C> {
  const { accepted, refused } = sortOut(candidates);
  const perFile = entriesPerFile(limits);
  const batches = [...groupByFiler(accepted).values()].flatMap((group) => {
    const parts = Math.ceil(group.entries.length / perFile);
    return Array.from({ length: parts }, (_, index) =>
      batchOf(group, index + 1, parts, group.entries.slice(index * perFile, (index + 1) * perFile)),
    );
  });
  return { batches, refused };
}

type Accepted<C> = { readonly candidate: C; readonly importerNumber: string };
type Group<C> = { readonly importerNumber: string; readonly filerCode: FilerCode; readonly entries: C[] };

function sortOut<C extends Candidate>(candidates: readonly C[]) {
  const importers = new Map<EntryNumber, Set<string | null>>();
  for (const { number, importerNumber } of candidates) {
    importers.set(number, (importers.get(number) ?? new Set()).add(importerNumber));
  }
  const accepted = new Map<EntryNumber, Accepted<C>>();
  const refused: { candidate: C; because: CandidateRefusal }[] = [];
  for (const candidate of candidates) {
    const { number, importerNumber, alreadyDeclared = false } = candidate;
    const isTorn = (importers.get(number)?.size ?? 0) > 1;
    if (alreadyDeclared) refused.push({ candidate, because: "already-declared" });
    else if (importerNumber === null || isTorn) refused.push({ candidate, because: "importer-unknown" });
    else if (accepted.has(number)) refused.push({ candidate, because: "repeated" });
    else accepted.set(number, { candidate, importerNumber });
  }
  return { accepted: [...accepted.values()], refused };
}

/** Text order by UTF-16 code units, which for importer and entry numbers is code points, and the same in any locale. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupByFiler<C extends Candidate>(accepted: readonly Accepted<C>[]): ReadonlyMap<string, Group<C>> {
  const groups = new Map<string, Group<C>>();
  const inOrder = accepted.toSorted(
    (a, b) => byText(a.importerNumber, b.importerNumber) || byText(a.candidate.number, b.candidate.number),
  );
  for (const { candidate, importerNumber } of inOrder) {
    const filerCode = filerCodeOf(candidate.number);
    const key = `${filerCode} ${importerNumber}`;
    const group = groups.get(key);
    if (group) group.entries.push(candidate);
    else groups.set(key, { importerNumber, filerCode, entries: [candidate] });
  }
  return groups;
}

function batchOf<C extends Candidate>(
  group: Group<C>,
  part: number,
  parts: number,
  entries: C[],
): DeclarationBatch<C> {
  if (!isNonEmpty(entries)) throw new Error("A declaration without entries");
  return { importerNumber: group.importerNumber, filerCode: group.filerCode, part, parts, entries };
}
