import type { Day } from "../day";
import type { ClaimOutcome } from "../entry";
import type { FactSource } from "../facts";
import { type EntryNumber, parseEntryNumber } from "../identifiers";
import { capeStatusOf } from "../law/cape-statuses";
import type { FileLayout } from "./layout";
import { cellText, type RawRow } from "./raw-row";
import { readDay } from "./read-day";
import type { RowProblem, SetAsideReason } from "./row-problem";
import { cellAt, shapeOf } from "./row-shape";

/** What one row of a report of CBP says became of one entry in one claim. */
export type ClaimRow = {
  readonly source: FactSource;
  readonly number: EntryNumber;
  /** Always text: twelve digits have been seen, the format is unpublished. Null where the list has no claim numbers. */
  readonly claimNumber: string | null;
  readonly outcome: ClaimOutcome;
  /** As CBP words it. */
  readonly status: string;
  /** What the status speaks of: the entry, or the whole claim or upload that it is in. */
  readonly statusOf: "entry" | "claim";
  readonly message: string | null;
  /** The day of the liquidation; null where the report shows none that can be read. */
  readonly liquidatedOn: Day | null;
  /** The day of the refund; null where the report shows none that can be read. */
  readonly refundOn: Day | null;
  /** State of the refund as CBP words it; null where the report says nothing of one. */
  readonly refundStatus: string | null;
};

export type ClaimRowReading =
  | { readonly kind: "claim"; readonly claim: ClaimRow }
  /** The row says nothing of a claim or a refund. */
  | { readonly kind: "nothing-told" }
  | {
      readonly kind: "set-aside";
      readonly source: FactSource;
      readonly reason: SetAsideReason;
      readonly problems: readonly RowProblem[];
    };

/** True for reports of entries whose rows also say what became of claims and refunds. */
export const showsClaimRows = ({ report, at }: FileLayout): boolean =>
  (report === "es022" && at.claimNumber !== undefined) ||
  (["es701", "rev613", "rev615"].includes(report) &&
    (report === "rev613" || at.refundStatus !== undefined || at.refundDate !== undefined));

/**
 * Reads a row of Claim Details, of a Validation Result File, of a report of refunds, or of a plain list of entry numbers,
 * all of which then count as accepted. A status we do not know proves neither acceptance nor failure: the entry counts as
 * filed.
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
  const told = toldBy(raw, layout);
  if (showsRefundsOnly(layout) && told.refundStatus === null && told.refundOn === null)
    return { kind: "nothing-told" };
  const claimNumber = cellText(cellAt(raw.cells, at.claimNumber)) || null;
  return { kind: "claim", claim: { source, number: parsed.value, claimNumber, ...told } };
}

const showsRefundsOnly = ({ report }: FileLayout): boolean => report === "es701" || report === "rev615";

/** ACE REV-613 lists refunds that came back for want of ACH enrolment (CSMS 68536553), whatever its columns say. */
const STATUS_OF_REV613 = "SAP ACH Rejected";

function toldBy({ cells }: RawRow, { report, at }: FileLayout) {
  const text = (index: number | undefined): string | null => cellText(cellAt(cells, index)) || null;
  const refundStatus = text(at.refundStatus) ?? (report === "rev613" ? STATUS_OF_REV613 : null);
  const liquidatedOn = dayIn(cellAt(cells, at.liquidationDate));
  const refundOn = dayIn(cellAt(cells, at.refundDate));
  const message = text(at.claimError);
  const status = text(at.claimStatus) ?? "";
  const isOfClaim = report === "es022" || report === "validation-result";
  const statusOf = isOfClaim ? ("claim" as const) : ("entry" as const);
  const told = { statusOf, message, refundStatus, refundOn, liquidatedOn };
  if (report === "entry-list") return { ...told, status, outcome: "accepted" as const };
  if (report === "validation-result") return { ...told, ...validated(status, message) };
  // Money that CBP sends out is for an entry that it took.
  const isPaid = refundStatus !== null && capeStatusOf(refundStatus, ["refund"]) !== null;
  return { ...told, status, outcome: isPaid ? ("accepted" as const) : outcomeOf(status, isOfClaim) };
}

function dayIn(cell: string | undefined): Day | null {
  const found = readDay(cell ?? "");
  return found.kind === "day" ? found.day : null;
}

/** An error rejects the whole upload (CBP, CAPE Declarations quick reference guide); a row without one is untold. */
function validated(status: string, message: string | null): Pick<ClaimRow, "status" | "outcome"> {
  if (message === null) return { status, outcome: "filed" };
  return { status: status || "Rejected by batch validation", outcome: "failed" };
}

/** @param ofClaim - the status is the one of the claim that the entry is in, as in ES-022 */
function outcomeOf(status: string, ofClaim: boolean): ClaimOutcome {
  const own = capeStatusOf(status, ["claim-details"]);
  const kind = (own ?? capeStatusOf(status, ["claim-status"]))?.kind;
  if (kind === "rejected") return "failed";
  return kind === "accepted" && (own !== null || ofClaim) ? "accepted" : "filed";
}
