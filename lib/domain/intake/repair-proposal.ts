import type { NonEmpty } from "../result";
import type { RowProblem } from "./row-problem";

/** What a cell must hold, by the field it is read as. `text`: anything. */
export type CellKind = "entry-number" | "amount" | "day" | "tariff-number" | "origin" | "entry-type" | "text";

/** What a repair does to a cell. `type-by-hand`: a person wrote what the source document says. */
export type RepairAction =
  | "restore-leading-zeros"
  | "add-check-digit"
  | "read-letters-as-digits"
  | "write-out-scientific"
  | "drop-decorations"
  | "read-day-first"
  | "write-date-plainly"
  | "swap-separators"
  | "type-by-hand";

/**
 * Why a candidate may be true. check-digit: the digit that was there fits. check-digit-computed: it was worked out, so
 * it proves nothing. only-reading: the text can mean nothing else, as far as we know. one-of-several: a choice.
 */
export type RepairProof = "check-digit" | "check-digit-computed" | "only-reading" | "one-of-several";

export type RepairCandidate = {
  readonly action: RepairAction;
  readonly proposed: string;
  readonly proof: RepairProof;
};

/** Why nothing in the file can bring a cell back; the source must be asked. */
export type RepairLoss =
  | "digits-lost-to-scientific"
  | "cell-is-blank"
  | "row-cut-apart"
  /** The cell says something, and nothing that we know how to read. */
  | "not-understood";

/** Three states, never a guess: proven by a check digit with one candidate, likely (a person chooses), or lost. */
export type RepairOutlook =
  | { readonly state: "proven"; readonly candidates: readonly [RepairCandidate] }
  | { readonly state: "likely"; readonly candidates: NonEmpty<RepairCandidate> }
  | { readonly state: "unrecoverable"; readonly candidates: readonly []; readonly loss: RepairLoss };

/** One bad cell and what can be done about it. */
export type CellRepair = {
  readonly row: number;
  /** From 0; null where the whole row is meant. */
  readonly columnIndex: number | null;
  /** The heading as printed; empty where the whole row is meant. */
  readonly column: string;
  readonly kind: CellKind;
  readonly problem: RowProblem["kind"];
  /** As it stands in the file, untouched. */
  readonly original: string;
} & RepairOutlook;

export const lost = (loss: RepairLoss): RepairOutlook => ({ state: "unrecoverable", candidates: [], loss });

/** Of no candidate a loss, of one with a fitting check digit a proof, of everything else a choice. */
export function outlookOf(candidates: readonly RepairCandidate[], loss: RepairLoss): RepairOutlook {
  const [first, ...others] = candidates.filter(
    ({ proposed }, index) => candidates.findIndex((other) => other.proposed === proposed) === index,
  );
  if (first === undefined) return lost(loss);
  if (others.length > 0)
    return {
      state: "likely",
      candidates: [{ ...first, proof: severalProof(first) }, ...others.map(asOneOfSeveral)],
    };
  return first.proof === "check-digit"
    ? { state: "proven", candidates: [first] }
    : { state: "likely", candidates: [first] };
}

const severalProof = ({ proof }: RepairCandidate): RepairProof =>
  proof === "only-reading" ? "one-of-several" : proof;

const asOneOfSeveral = (candidate: RepairCandidate): RepairCandidate => ({
  ...candidate,
  proof: severalProof(candidate),
});
