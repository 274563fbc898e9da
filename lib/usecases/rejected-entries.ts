import "server-only";

import { messageNotesOf, type MessageNote } from "@/lib/data/message-notes";
import { rejectedEntries, type RejectedEntry } from "@/lib/data/rejected-entries";
import type { Tenant } from "@/lib/data/tenant";
import {
  CAPE_LANES,
  isWorthRefiling,
  rejectedGroups,
  rejectedRows,
  type BookEvent,
  type ClaimBook,
  type RejectedGroup,
  type RejectedRow,
} from "@/lib/domain";

import { claimBook } from "./claim-book";

/** Why a row cannot be ticked. */
type RefileObstacle =
  | "given-up"
  | "nothing-to-refile"
  | "not-in-books"
  | "declared-again"
  | "not-for-cape"
  | "lines-gone"
  | "importer-unknown";

/** A row that CBP dropped, with what the books hold of it; null: no file shows the entry. */
export type RejectedView = RejectedRow & {
  readonly entry: RejectedEntry | null;
  /** Null: it may go on a new declaration. */
  readonly obstacle: RefileObstacle | null;
};

export type RejectedGroupView = Omit<RejectedGroup, "rows"> & {
  readonly rows: readonly RejectedView[];
  readonly note: MessageNote | null;
};

/** Every entry that CBP dropped and that stands on no other claim, by message. */
export async function viewRejected(t: Tenant): Promise<readonly RejectedGroupView[]> {
  const rows = await rejectedViews(t);
  const views = new Map(rows.map((view) => [view.number, view]));
  const notes = await messageNotesOf(t).all();
  return rejectedGroups(rows).map((group) => ({
    ...group,
    rows: group.rows.flatMap(({ number }) => views.get(number) ?? []),
    note: notes.get(group.key) ?? null,
  }));
}

/** The same, row by row. */
export async function rejectedViews(t: Tenant): Promise<readonly RejectedView[]> {
  const book = await claimBook(t);
  const rows = rejectedRows(book);
  const entries = await rejectedEntries(
    t,
    rows.map(({ number }) => number),
  );
  const gone = entriesWithoutLines(book);
  return rows.map((row) => {
    const entry = entries.get(row.number) ?? null;
    return { ...row, entry, obstacle: obstacleOf(row, entry, gone.has(row.number)) };
  });
}

/** A later report shows them without their IEEPA rows, although the claim dropped them. */
const entriesWithoutLines = ({ unplaced }: ClaimBook): ReadonlySet<BookEvent["entryNumber"]> =>
  new Set(unplaced.filter(({ kind }) => kind === "lines-removed").map(({ entryNumber }) => entryNumber));

function obstacleOf(
  row: RejectedRow,
  entry: RejectedEntry | null,
  linesAreGone: boolean,
): RefileObstacle | null {
  if (row.givenUp) return "given-up";
  if (!isWorthRefiling(row)) return "nothing-to-refile";
  if (entry === null) return "not-in-books";
  // Until it is filed again, the row still stands on the declaration that it was dropped from.
  if (entry.declaration !== null && entry.declaration.id !== row.claim.declarationId) return "declared-again";
  if (linesAreGone) return "lines-gone";
  if (entry.importerNumber === null) return "importer-unknown";
  return CAPE_LANES.some((lane) => lane === entry.lane) ? null : "not-for-cape";
}
