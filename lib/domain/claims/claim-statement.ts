import type { Day } from "../day";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import { capeStatusOf } from "../law/cape-statuses";
import type { Usd } from "../money";
import type { ClaimEvent, ClaimEventKind } from "./claim-event";
import type { ClaimRow } from "../intake/read-claim-row";

/** Where an event comes from: somebody wrote it down, or a row of a file shows it. */
export type EventOrigin = { readonly kind: "typed" } | { readonly kind: "file"; readonly source: FactSource };

/** An event with where it comes from, who wrote it down or uploaded the file, and the money it names, USD. */
export type BookEvent = ClaimEvent & {
  readonly origin: EventOrigin;
  readonly by: string;
  readonly amount: Usd | null;
};

/** What is known of a file that speaks of claims. */
export type FileOfStatement = {
  readonly source: FactSource;
  /** The day of the report; where it does not say one, the day of the upload. */
  readonly day: Day;
  /** When it was uploaded, ISO 8601. */
  readonly recordedAt: string;
  readonly by: string;
};

/** One row of a file of CBP that says what became of an entry in a claim. */
export type ClaimStatement = FileOfStatement & Omit<ClaimRow, "source">;

/**
 * The events that rows show, in their order. Nothing is stored of them: they are as old as the rows, and go with them.
 * What each row repeats of its whole claim is told once: the state of every entry is folded with it. Words that are not
 * known make no event; `unreadWords` tells them.
 */
export function eventsTold(statements: readonly ClaimStatement[]): readonly BookEvent[] {
  const told = new Set<string>();
  return statements.flatMap(eventsOfRow).filter(({ id, entryNumber, message }) => {
    if (entryNumber !== null) return true;
    const before = told.size;
    return told.add(`${id} ${message ?? ""}`).size > before;
  });
}

function eventsOfRow(statement: ClaimStatement): readonly BookEvent[] {
  const { source, number, claimNumber, outcome, message, refundOn, refundStatus } = statement;
  const place = `${source.file}:${String(source.row)}`;
  const events: BookEvent[] = [];
  if (outcome !== "filed") {
    const kind = outcome === "accepted" ? "accepted" : "rejected";
    events.push(shownBy(statement, `${place}:${kind}`, kind, number, message));
  }
  const ofClaim = statementOfClaim(statement);
  if (ofClaim !== null) {
    // Every row of the report repeats it: one event of the file.
    const id = `${source.file}:${claimNumber ?? ""}:${ofClaim.kind}`;
    events.push(shownBy(statement, id, ofClaim.kind, null, ofClaim.words));
  }
  const refund = refundStatus === null ? null : capeStatusOf(refundStatus, ["refund"]);
  if (refund !== null) {
    const { dayIsLatest, ...event } = shownBy(
      statement,
      `${place}:${refund.kind}`,
      refund.kind,
      number,
      null,
    );
    events.push(refundOn === null ? { ...event, dayIsLatest } : { ...event, day: refundOn });
  }
  return events;
}

/** Written out: a large claim has tens of thousands of them, and spreading takes ten times as long. */
const shownBy = (
  { source, day, recordedAt, by }: FileOfStatement,
  id: string,
  kind: ClaimEventKind,
  entryNumber: EntryNumber | null,
  message: string | null,
) => ({
  id,
  kind,
  day,
  dayIsLatest: true as const,
  recordedAt,
  entryNumber,
  message,
  origin: { kind: "file" as const, source },
  by,
  amount: null,
});

const statementOfClaim = ({ status, statusOf }: ClaimStatement) =>
  statusOf === "claim" ? capeStatusOf(status, ["file-uploads", "claim-status"]) : null;

/**
 * The liquidation that a row shows; null where it shows none, or one that was still to come when the file was made. The
 * row may show one from before the filing: which claim it belongs to is found as for other evidence.
 */
export function liquidationTold(statement: ClaimStatement) {
  const { source, number, liquidatedOn, day } = statement;
  if (liquidatedOn === null || liquidatedOn > day) return null;
  const id = `${source.file}:${String(source.row)}:liquidated`;
  const event = { id, kind: "liquidated", day: liquidatedOn, entryNumber: number, message: null } as const;
  return { ...fromFile(statement), ...event };
}

/** Words of CBP in a row that no table of ours knows, verbatim. */
export function unreadWords(statement: ClaimStatement): readonly string[] {
  const { status, outcome, refundStatus } = statement;
  const isKnown = status === "" || outcome !== "filed" || statementOfClaim(statement) !== null;
  const isRefundKnown = refundStatus === null || capeStatusOf(refundStatus, ["refund"]) !== null;
  return [...(isKnown ? [] : [status]), ...(isRefundKnown ? [] : [refundStatus])];
}

/** What every event of a file has in common. */
export const fromFile = ({ source, recordedAt, by }: FileOfStatement) =>
  ({ origin: { kind: "file", source }, recordedAt, by, amount: null }) as const;
