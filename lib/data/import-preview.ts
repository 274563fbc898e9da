import type {
  ClaimChange,
  EntryChange,
  EntryChangeKind,
  EntryNumber,
  Lane,
  MoneyRow,
  SetAsideReason,
} from "@/lib/domain";

/** elsewhere: entries of other files, moved because the file teaches an ordinary rate that they needed. */
export type PreviewGroupKind = EntryChangeKind | "elsewhere";

/** One entry before and after the file; amounts are certain refunds in USD, null while a range. */
export type PreviewExample = {
  readonly number: EntryNumber;
  /** Null: the entry is new. */
  readonly laneBefore: Lane | null;
  readonly laneAfter: Lane;
  readonly refundableBefore: string | null;
  readonly refundableAfter: string | null;
} & Omit<EntryChange, "kind">;

/** Entries to which the file does the same kind of thing. */
export type PreviewGroup = {
  readonly entries: number;
  readonly linesAdded: number;
  readonly linesCompleted: number;
  readonly factsAdded: number;
  readonly lanesMoved: number;
  readonly refundsMoved: number;
  /** Sums of certain refunds above zero, USD, exact. */
  readonly refundableBefore: string;
  readonly refundableAfter: string;
  /** Entries of which only a range is known afterwards; they are in no sum. */
  readonly ranges: number;
  readonly examples: readonly PreviewExample[];
};

/** Rows of the file that would be set aside for one reason. */
export type PreviewSetAside = {
  readonly reason: SetAsideReason;
  readonly rows: number;
  readonly examples: readonly { readonly row: number; readonly number: EntryNumber | null }[];
};

/** One claim before and after the file: how many of its entries move, and the first of them. */
export type PreviewClaim = Omit<ClaimChange, "entries"> & {
  readonly entries: number;
  readonly examples: ClaimChange["entries"];
};

/** Rows of money that the file shows, with their sums in USD, exact. */
type PreviewMoney = Readonly<Record<MoneyRow["kind"], { readonly rows: number; readonly amount: string }>>;

/** What adding a file to the books changes, as `imports.preview` keeps it. */
export type ImportPreview = {
  readonly groups: Readonly<Record<PreviewGroupKind, PreviewGroup>>;
  readonly setAside: readonly PreviewSetAside[];
  /** Claims that move, and the first of them; absent in what an older program kept. */
  readonly claims?: { readonly changed: number; readonly examples: readonly PreviewClaim[] };
  /** Absent in what an older program kept. */
  readonly money?: PreviewMoney;
  /** Rows of earlier files that go out of use, and that come back into it. */
  readonly othersSetAside: number;
  readonly othersRestored: number;
  /** sha256 over every contradiction, so that one which was not shown is noticed. */
  readonly conflictsKey: string;
  /** Why a file that somebody wanted to add is shown again instead. */
  readonly shownAgain?: "new-conflicts" | "adding-failed";
};
