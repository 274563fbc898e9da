import "server-only";

import { createHash } from "node:crypto";

import type {
  ImportPreview,
  PreviewClaim,
  PreviewExample,
  PreviewGroup,
  PreviewGroupKind,
  PreviewSetAside,
} from "@/lib/data/import-preview";
import {
  addUsd,
  ZERO_USD,
  amountOf,
  isAboveZero,
  type ClaimChange,
  type EntryChange,
  type MoneyRow,
  type RowMove,
  type SetAsideReason,
  type SetAsideRow,
  type Usd,
} from "@/lib/domain";

import type { VerdictMove } from "./screening";

const EXAMPLES_MAX = 24;
const CLAIMS_MAX = 60;

type Counts = Pick<
  PreviewGroup,
  "entries" | "linesAdded" | "linesCompleted" | "factsAdded" | "lanesMoved" | "refundsMoved" | "ranges"
>;
type Group = { -readonly [Name in keyof Counts]: number } & {
  before: Usd;
  after: Usd;
  readonly examples: PreviewExample[];
};

const noGroup = (): Group => ({
  ...{
    entries: 0,
    linesAdded: 0,
    linesCompleted: 0,
    factsAdded: 0,
    lanesMoved: 0,
    refundsMoved: 0,
    ranges: 0,
  },
  ...{ before: ZERO_USD, after: ZERO_USD, examples: [] },
});

const NO_CHANGE: Omit<EntryChange, "kind"> = {
  linesAdded: 0,
  linesCompleted: 0,
  facts: [],
  rowsInConflict: 0,
};

/** Counts what a file does to the books while it does it. */
export class ImportEffect {
  readonly #groups: Record<PreviewGroupKind, Group> = {
    ...{
      new: noGroup(),
      changed: noGroup(),
      identical: noGroup(),
      conflict: noGroup(),
      elsewhere: noGroup(),
    },
  };
  readonly #conflicts: string[] = [];
  #claims: readonly ClaimChange[] = [];
  readonly #setAside = new Map<SetAsideReason, PreviewSetAside["examples"][number][]>();
  readonly #money: Record<MoneyRow["kind"], { rows: number; amount: Usd }> = {
    payment: { rows: 0, amount: ZERO_USD },
    "bank-line": { rows: 0, amount: ZERO_USD },
    refund: { rows: 0, amount: ZERO_USD },
  };
  #othersSetAside = 0;
  #othersRestored = 0;

  noteEntry(change: EntryChange, verdict: VerdictMove): void {
    const moved = laneMoved(verdict) || refundMoved(verdict);
    this.#note(change.kind === "identical" && moved ? "changed" : change.kind, change, verdict);
    if (change.kind !== "conflict") return;
    const facts = change.facts.map(({ fact, before, added }) => [fact, before, added]);
    this.#conflicts.push(JSON.stringify([verdict.number, change.rowsInConflict, facts]));
  }

  /** An entry of other files that was screened again; most of them stay as they are. */
  noteElsewhere(verdict: VerdictMove): void {
    if (laneMoved(verdict) || refundMoved(verdict)) this.#note("elsewhere", NO_CHANGE, verdict);
  }

  /** Of each reason the first rows of the file are kept as examples, in whatever order they come. */
  noteSetAside(rows: readonly SetAsideRow[]): void {
    for (const { reason, source, number } of rows) {
      const examples = this.#setAside.get(reason) ?? [];
      if (examples.length === EXAMPLES_MAX && source.row > (examples.at(-1)?.row ?? 0)) continue;
      examples.push({ row: source.row, number });
      examples.sort((a, b) => a.row - b.row);
      this.#setAside.set(reason, examples.slice(0, EXAMPLES_MAX));
    }
  }

  noteClaims(changes: readonly ClaimChange[]): void {
    this.#claims = changes;
  }

  noteMoney(money: readonly MoneyRow[]): void {
    for (const row of money) {
      const sum = this.#money[row.kind];
      sum.rows++;
      sum.amount = addUsd(sum.amount, moneyIn(row));
    }
  }

  noteRowsOfOthers(moves: readonly RowMove[]): void {
    for (const { from, to } of moves) {
      if (from === null && to !== null) this.#othersSetAside++;
      if (from !== null && to === null) this.#othersRestored++;
    }
  }

  /** Whether the books only gain entries, or nothing. */
  get isHarmless(): boolean {
    const { changed, conflict, elsewhere } = this.#groups;
    const entries = changed.entries + conflict.entries + elsewhere.entries;
    return entries + this.#claims.length + this.#othersSetAside + this.#othersRestored === 0;
  }

  /** @param counts - of the rows that are set aside in the end, of which an example may be used after all */
  preview(counts: ReadonlyMap<SetAsideReason, number>): ImportPreview {
    const groups = Object.fromEntries(
      Object.entries(this.#groups).map(([kind, group]) => [kind, toPreviewGroup(group)]),
    ) as Record<PreviewGroupKind, PreviewGroup>;
    return {
      groups,
      setAside: [...counts].map(([reason, rows]) => ({
        reason,
        rows,
        examples: this.#setAside.get(reason) ?? [],
      })),
      claims: {
        changed: this.#claims.length,
        examples: this.#claims.slice(0, CLAIMS_MAX).map(toPreviewClaim),
      },
      money: {
        payment: textOf(this.#money.payment),
        "bank-line": textOf(this.#money["bank-line"]),
        refund: textOf(this.#money.refund),
      },
      othersSetAside: this.#othersSetAside,
      othersRestored: this.#othersRestored,
      conflictsKey: createHash("sha256").update(this.#conflicts.toSorted().join("\n")).digest("hex"),
    };
  }

  #note(kind: PreviewGroupKind, change: Omit<EntryChange, "kind">, verdict: VerdictMove): void {
    const group = this.#groups[kind];
    const { before, after } = verdict;
    group.entries += 1;
    group.linesAdded += change.linesAdded;
    group.linesCompleted += change.linesCompleted;
    group.factsAdded += change.facts.length;
    if (laneMoved(verdict)) group.lanesMoved += 1;
    if (refundMoved(verdict)) group.refundsMoved += 1;
    if (after.refundable === null) group.ranges += 1;
    group.before = plus(group.before, before?.refundable ?? null);
    group.after = plus(group.after, after.refundable);
    if (group.examples.length < EXAMPLES_MAX && kind !== "identical")
      group.examples.push(toExample(change, verdict));
  }
}

const laneMoved = ({ before, after }: VerdictMove): boolean => before !== null && before.lane !== after.lane;

const refundMoved = ({ before, after }: VerdictMove): boolean =>
  before !== null && before.refundable?.toFixed() !== after.refundable?.toFixed();

const plus = (sum: Usd, amount: Usd | null): Usd => (isAboveZero(amount) ? addUsd(sum, amount) : sum);

const toPreviewGroup = ({ before, after, ...group }: Group): PreviewGroup => ({
  ...group,
  refundableBefore: before.toFixed(),
  refundableAfter: after.toFixed(),
});

const toPreviewClaim = ({ entries, ...change }: ClaimChange): PreviewClaim => ({
  ...change,
  entries: entries.length,
  examples: entries.slice(0, EXAMPLES_MAX),
});

const toExample = (
  change: Omit<EntryChange, "kind">,
  { number, before, after }: VerdictMove,
): PreviewExample => ({
  number,
  laneBefore: before?.lane ?? null,
  laneAfter: after.lane,
  refundableBefore: before?.refundable?.toFixed() ?? null,
  refundableAfter: after.refundable?.toFixed() ?? null,
  ...change,
});

function moneyIn(row: MoneyRow): Usd {
  switch (row.kind) {
    case "payment":
      return row.payment.total;
    case "bank-line":
      return row.line.amount;
    case "refund":
      return amountOf(row.refund);
  }
}

const textOf = ({ rows, amount }: { readonly rows: number; readonly amount: Usd }) => ({
  rows,
  amount: amount.toFixed(),
});
