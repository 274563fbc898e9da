import type {
  Entry,
  EntryAnswers,
  EntryFactName,
  LineConflict,
  SettledFact,
  SettledRow,
  TariffLine,
} from "../entry";
import { type Fact, valuesOf } from "../facts";
import { screenEntry, type ScreeningContext } from "../eligibility/screen-entry";
import type { Lane } from "../eligibility/verdict";
import type { RefundRange } from "../refund/refund-of";
import { choiceOfFact, choiceOfRows, sightingsOf } from "./as-settled";
import { isRow } from "./row-content";
import { type SettleProblem, settleFact, settleRows } from "./settle";
import type { Result } from "../result";

/** What the entry would be if this one were true and everything else stayed as it is. */
type Outcome = { readonly lane: Lane; readonly refund: RefundRange };

/** open: nobody chose. settled: a choice holds. reopened: a file has shown something new since somebody chose. */
export type ConflictState = "open" | "settled" | "reopened";

/** A fact of which the files show several values. */
export type FactConflict = {
  readonly fact: EntryFactName;
  readonly state: ConflictState;
  /** The choice that holds, or the last one that does not hold any more. */
  readonly choice: SettledFact | null;
  readonly options: readonly {
    readonly value: string;
    readonly sightings: Fact<string>;
    /** Not known when the choice was made. */
    readonly isNew: boolean;
    readonly outcome: Outcome;
  }[];
};

/** Rows of one key that differ. */
export type RowConflict = {
  readonly state: ConflictState;
  readonly choice: SettledRow | null;
  /** The variant that the choice makes true. */
  readonly chosen: TariffLine | null;
  readonly options: readonly {
    readonly line: TariffLine;
    readonly isNew: boolean;
    readonly outcome: Outcome;
  }[];
};

export type EntryConflicts = {
  readonly facts: readonly FactConflict[];
  readonly rows: readonly RowConflict[];
};

/** Everything the files disagree on, settled or not, each value with what it would lead to. For one entry's page. */
export const conflictsOf = (entry: Entry, context: ScreeningContext): EntryConflicts => ({
  facts: (Object.keys(entry.facts) as EntryFactName[])
    .filter((fact) => valuesOf(sightingsOf(entry, fact)).length > 1)
    .map((fact) => factConflict(entry, fact, context)),
  rows: entry.conflicts.map((conflict) => rowConflict(entry, conflict, context)),
});

function factConflict(entry: Entry, fact: EntryFactName, context: ScreeningContext): FactConflict {
  const holding = choiceOfFact(entry, fact);
  const choice = holding ?? entry.answers.settledFacts.findLast((each) => each.fact === fact) ?? null;
  const sightings = sightingsOf(entry, fact);
  const shown = valuesOf(sightings);
  return {
    fact,
    state: stateOf(holding, choice),
    choice,
    options: shown.map((value) => ({
      value,
      sightings: sightings.filter((sighting) => sighting.value === value),
      isNew: choice !== null && choice.value !== value && !choice.over.includes(value),
      outcome: outcomeOf(entry, settleFact(entry, { fact, value, shown }, SUPPOSED), context),
    })),
  };
}

function rowConflict(entry: Entry, conflict: LineConflict, context: ScreeningContext): RowConflict {
  const { variants } = conflict;
  const holding = choiceOfRows(entry, conflict);
  const earlier = entry.answers.settledRows.findLast((each) =>
    variants.some((variant) => isKnownTo(each, variant)),
  );
  const choice = holding?.choice ?? earlier ?? null;
  const shown = variants.map(({ source }) => source);
  return {
    state: stateOf(holding, choice),
    choice,
    chosen: holding?.line ?? null,
    options: variants.map((line) => ({
      line,
      isNew: choice !== null && !isKnownTo(choice, line),
      outcome: outcomeOf(entry, settleRows(entry, { chosen: line.source, shown }, SUPPOSED), context),
    })),
  };
}

const stateOf = (holding: unknown, choice: unknown): ConflictState =>
  holding !== null ? "settled" : choice !== null ? "reopened" : "open";

const isKnownTo = ({ chosen, over }: SettledRow, line: TariffLine): boolean =>
  [chosen, ...over].some((content) => isRow(content, line));

/** Nobody chose it: a supposition that is never stored. */
const SUPPOSED = { by: "", at: "" };

function outcomeOf(
  entry: Entry,
  settled: Result<EntryAnswers, SettleProblem>,
  context: ScreeningContext,
): Outcome {
  if (!settled.ok) throw new Error(`A value that is shown cannot be chosen: ${settled.problem.kind}`);
  const { lane, refund } = screenEntry({ ...entry, answers: settled.value }, context);
  return { lane, refund };
}
