import type { ClaimOutcome } from "../entry";
import type { FactSource } from "../facts";
import { type EntryNumber, parseEntryNumber } from "../identifiers";
import type { FileLayout } from "./layout";
import { cellText, type RawRow } from "./raw-row";
import type { RowProblem, SetAsideReason } from "./row-problem";
import { cellAt, shapeOf } from "./row-shape";

/** One row of CAPE's Claim Details: what became of one entry in one claim. */
export type ClaimRow = {
  readonly source: FactSource;
  readonly number: EntryNumber;
  /** Always text: twelve digits have been seen, the format is unpublished. Null where the list has no claim numbers. */
  readonly claimNumber: string | null;
  readonly outcome: ClaimOutcome;
  /** As CBP words it. */
  readonly status: string;
  readonly message: string | null;
};

export type ClaimRowReading =
  | { readonly kind: "claim"; readonly claim: ClaimRow }
  | {
      readonly kind: "set-aside";
      readonly source: FactSource;
      readonly reason: SetAsideReason;
      readonly problems: readonly RowProblem[];
    };

const ACCEPTED_STATUS = "ENTRY SUMMARY UPDATED";
const FAILED_STATUSES: readonly string[] = ["FAILED", "REJECTED"];

/**
 * Reads a row of Claim Details, or of a plain list of entry numbers, all of which then count as accepted. A status we
 * do not know proves neither acceptance nor failure: the entry counts as filed.
 */
export function readClaimRow(raw: RawRow, layout: FileLayout, file: string): ClaimRowReading {
  const { at } = layout;
  const source: FactSource = { file, row: raw.row };
  const found = cellAt(raw.cells, at.entryNumber) ?? "";
  const parsed = parseEntryNumber(found);
  if (!parsed.ok) {
    const shape = shapeOf(raw, layout);
    if (shape !== null && shape !== "another-header")
      return { kind: "set-aside", source, reason: shape, problems: [] };
    const column = layout.headings[at.entryNumber ?? 0] ?? "";
    const reason = parsed.problem.kind === "entry-number-missing" ? "no-entry-number" : parsed.problem.kind;
    return { kind: "set-aside", source, reason, problems: [{ ...parsed.problem, row: raw.row, column }] };
  }
  const status = cellText(cellAt(raw.cells, at.claimStatus));
  const claim: ClaimRow = {
    source,
    number: parsed.value,
    claimNumber: cellText(cellAt(raw.cells, at.claimNumber)) || null,
    outcome: layout.report === "entry-list" ? "accepted" : outcomeOf(status),
    status,
    message: cellText(cellAt(raw.cells, at.claimError)) || null,
  };
  return { kind: "claim", claim };
}

function outcomeOf(status: string): ClaimOutcome {
  const normal = status
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, " ")
    .trim();
  if (normal === ACCEPTED_STATUS) return "accepted";
  return FAILED_STATUSES.includes(normal) ? "failed" : "filed";
}
