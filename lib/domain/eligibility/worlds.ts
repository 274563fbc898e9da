import type { Day } from "../day";
import type { Entry } from "../entry";
import type { RuleSet } from "../law/rule-sets";
import { ieepaPaidOnLines, type LineRefund } from "../refund/refund-of";
import {
  type Candidates,
  declaredCandidates,
  dutiableCandidates,
  entryDateCandidates,
  entryTypeCandidates,
  flagCandidates,
  known,
  missing,
  statementUnpaidCandidates,
  summaryRefusedCandidates,
} from "./candidates";
import type { CompleteEntry, Liquidation, UncertainFact, UncertainFacts } from "./facts-of-a-world";
import { liquidationCandidates } from "./liquidation-candidates";
import { protestCandidates, protestSubjectCandidates } from "./protest-candidates";

/** For each fact that may decide the lane, every value it may have. */
export type Possibilities = { readonly [F in UncertainFact]: Candidates<UncertainFacts[F]> };

/** What the data leave open. `money` is the refund of each line, which no missing fact changes. */
export function possibilitiesOf(
  entry: Entry,
  money: readonly LineRefund[],
  asOf: Day,
  rules: RuleSet,
): Possibilities {
  const { facts } = entry;
  const entryType = entryTypeCandidates(facts);
  const liquidation = liquidationCandidates(entry, asOf);
  const protest = protestCandidates(entry);
  return {
    entryType,
    entryDate: entryDateCandidates(entry),
    liquidation,
    commerceInstructed: commerceCandidates(entry, entryType, liquidation, rules),
    protest,
    protestOnlyAboutIeepa: protestSubjectCandidates(entry, protest),
    dutiable: dutiableCandidates(ieepaPaidOnLines(money), entry.lines.length + entry.conflicts.length),
    reconciliationFlagged: flagCandidates(facts.reconciliationFlag),
    summaryRefused: summaryRefusedCandidates(facts),
    statementUnpaid: statementUnpaidCandidates(facts),
    drawback: flagCandidates(facts.drawbackFlag),
    suretyPaid: flagCandidates(facts.suretyFlag),
    declared: declaredCandidates(entry),
  };
}

/** Asked only of AD/CVD types that are neither held nor scheduled: their suspension may have been lifted. */
function commerceCandidates(
  { answers }: Entry,
  types: Candidates<string>,
  liquidation: Candidates<Liquidation>,
  rules: RuleSet,
): Candidates<boolean> {
  const adcvd = types.values.some((type) => rules.entryType(type).treatment === "accepted-while-suspended");
  const open = liquidation.values.some((state) => state.kind === "not-liquidated" && state.state === "open");
  if (!adcvd || !open) return known(false);
  return answers.commerceInstructed === null ? missing([true, false]) : known(answers.commerceInstructed);
}

/** One uncertain fact: worlds that differ in it alone are `stride` apart, for `size` values in turn. */
export type Axis = {
  readonly fact: UncertainFact;
  readonly basis: "torn" | "missing";
  readonly size: number;
  readonly stride: number;
};

/** All complete entries that the data leave possible, in the order of their axes. */
export type Worlds = { readonly axes: readonly Axis[]; readonly worlds: readonly CompleteEntry[] };

/** Every combination of the possible values: few, since the values stand for whole ranges. */
export function completions(possible: Possibilities, entry: Entry, money: readonly LineRefund[]): Worlds {
  const axes: Axis[] = [];
  let worlds: readonly CompleteEntry[] = [firstOf(possible, entry, money)];
  for (const fact of FACTS) {
    const { values, basis } = possible[fact];
    if (values.length === 1 || basis === "known" || basis === "assumed") continue;
    axes.push({ fact, basis, size: values.length, stride: worlds.length });
    worlds = values.flatMap((value) => worlds.map((world) => ({ ...world, [fact]: value })));
  }
  return { axes, worlds };
}

/** True when changing this one fact, and nothing else, changes the outcome somewhere. */
export const variesAlong = (outcomes: readonly unknown[], { size, stride }: Axis): boolean =>
  outcomes.some((outcome, index) => {
    const isLast = Math.floor(index / stride) % size === size - 1;
    return !isLast && outcomes[index + stride] !== outcome;
  });

const FACTS = [
  ...(["entryType", "entryDate", "liquidation", "commerceInstructed", "protest"] as const),
  ...(["protestOnlyAboutIeepa", "dutiable", "reconciliationFlagged", "summaryRefused"] as const),
  ...(["statementUnpaid", "drawback", "suretyPaid", "declared"] as const),
] satisfies readonly UncertainFact[];

/** Written out, so that all worlds are objects of one shape, which the checks read quickest. */
const firstOf = (possible: Possibilities, entry: Entry, money: readonly LineRefund[]): CompleteEntry => ({
  entry,
  money,
  entryType: possible.entryType.values[0],
  entryDate: possible.entryDate.values[0],
  liquidation: possible.liquidation.values[0],
  commerceInstructed: possible.commerceInstructed.values[0],
  protest: possible.protest.values[0],
  protestOnlyAboutIeepa: possible.protestOnlyAboutIeepa.values[0],
  dutiable: possible.dutiable.values[0],
  reconciliationFlagged: possible.reconciliationFlagged.values[0],
  summaryRefused: possible.summaryRefused.values[0],
  statementUnpaid: possible.statementUnpaid.values[0],
  drawback: possible.drawback.values[0],
  suretyPaid: possible.suretyPaid.values[0],
  declared: possible.declared.values[0],
});
