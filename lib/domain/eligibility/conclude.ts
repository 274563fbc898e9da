import type { Day } from "../day";
import type { Entry } from "../entry";
import { hasFittingCheckDigit, withFittingCheckDigit } from "../identifiers";
import type { RuleSet } from "../law/rule-sets";
import type { LineRefund } from "../refund/refund-of";
import { isNonEmpty, type NonEmpty } from "../result";
import { asks, type Check } from "./check";
import { acceptedClaim } from "./checks/accepted-claim";
import { adcvdSuspension } from "./checks/adcvd-suspension";
import { dutiableLine } from "./checks/dutiable-line";
import { entryType } from "./checks/entry-type";
import { entryWindow } from "./checks/entry-window";
import { heldLiquidation } from "./checks/held-liquidation";
import { liquidationAge } from "./checks/liquidation-age";
import { otherExclusions } from "./checks/other-exclusions";
import { protest } from "./checks/protest";
import { reconciliation } from "./checks/reconciliation";
import { summaryAccepted } from "./checks/summary-accepted";
import { validNumbers } from "./checks/valid-numbers";
import { CHECK_DIGIT, PHASE_1_GUIDANCE } from "./law-of-checks";
import type { CompleteEntry } from "./facts-of-a-world";
import { type MissingFact, missingFact } from "./missing-facts";
import { type Finding, type Lane, LANES } from "./verdict";
import { type Axis, completions, type Possibilities, variesAlong } from "./worlds";

/** All checks run, so that a user reads every reason at once. Their order only breaks ties in the listing. */
const CHECKS: readonly Check[] = [
  ...[acceptedClaim, dutiableLine, entryWindow, entryType, adcvdSuspension, otherExclusions],
  ...[protest, liquidationAge, summaryAccepted, validNumbers, reconciliation, heldLiquidation],
];

export type Conclusion = {
  readonly lane: Lane;
  /** The lanes of all complete entries behind the data, in the order of precedence. */
  readonly possibleLanes: readonly Lane[];
  readonly missing: readonly MissingFact[];
  /** The deciding ones first, then the others by the lane they ask for, then notes. */
  readonly findings: NonEmpty<Finding>;
};

/**
 * The lane of an entry: all checks run on every complete entry behind the data, each of which has one lane by
 * precedence. One lane over all of them stands; several are needs-data, naming the facts that change it.
 */
export function concludeLane(
  entry: Entry,
  possible: Possibilities,
  money: readonly LineRefund[],
  asOf: Day,
  rules: RuleSet,
): Conclusion {
  const { axes, worlds } = completions(possible, entry, money);
  const findingsOfWorlds = worlds.map((world) => findingsOf(world, asOf, rules));
  const lanes = findingsOfWorlds.map(firstLane);
  const possibleLanes = LANES.filter((lane) => lanes.includes(lane));
  const deciding = axes.filter((axis) => variesAlong(lanes, axis));
  const missing = [
    ...(isNumberInDoubt(entry, possibleLanes)
      ? [missingFact("checkDigit", "missing", possibleLanes, entry)]
      : []),
    ...deciding.map(({ fact, basis }) => missingFact(fact, basis, possibleLanes, entry)),
  ];
  const [only] = possibleLanes;
  const lane = only === undefined || missing.length > 0 ? "needs-data" : only;
  const factual = factualFindings(findingsOfWorlds, axes);
  return {
    lane,
    possibleLanes,
    missing,
    findings: inOrder(lane, [...doubts(missing, entry), ...factual], axes),
  };
}

function findingsOf(world: CompleteEntry, asOf: Day, rules: RuleSet): readonly Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) for (const finding of check(world, asOf, rules)) findings.push(finding);
  return findings;
}

/** The lane of one complete entry: the first in the order of precedence that some check asks for. */
function firstLane(findings: readonly Finding[]): Lane {
  let first: Lane | null = null;
  for (const { lane } of findings)
    if (lane !== null && (first === null || LANES.indexOf(lane) < LANES.indexOf(first))) first = lane;
  if (first === null) throw new Error("No check asked for a lane: the age of the liquidation always does");
  return first;
}

/** CBP accepts what it can find: an accepted claim settles the number. */
const isNumberInDoubt = (entry: Entry, possibleLanes: readonly Lane[]): boolean =>
  !hasFittingCheckDigit(entry.number) &&
  !entry.answers.checkDigitConfirmed &&
  !possibleLanes.includes("already-claimed");

const doubts = (missing: readonly MissingFact[], entry: Entry): readonly Finding[] =>
  missing.map(({ fact }) =>
    fact === "checkDigit"
      ? asks(
          "needs-data",
          { kind: "check-digit-fails", fitting: withFittingCheckDigit(entry.number) },
          CHECK_DIGIT,
          "unconfirmed",
        )
      : asks("needs-data", { kind: "fact-missing", fact }, PHASE_1_GUIDANCE, "unknown"),
  );

/** What holds whatever the missing facts are. Values that merely stand for a missing fact never become a reason. */
function factualFindings(worlds: readonly (readonly Finding[])[], axes: readonly Axis[]): readonly Finding[] {
  const [first] = worlds;
  if (first !== undefined && axes.length === 0) return first;
  const invented = axes.filter(({ basis }) => basis === "missing");
  const byText = worlds.map(
    (findings) => new Map(findings.map((found) => [JSON.stringify(found.reason), found])),
  );
  const all = new Map(byText.flatMap((findings) => [...findings]));
  return [...all]
    .filter(([text]) => {
      const isFound = byText.map((findings) => findings.has(text));
      return !invented.some((axis) => variesAlong(isFound, axis));
    })
    .map(([, finding]) => finding);
}

const LANES_AND_NOTES: readonly (Lane | null)[] = [...LANES, null];

function inOrder(lane: Lane, findings: readonly Finding[], axes: readonly Axis[]): NonEmpty<Finding> {
  const sorted = findings.filter((finding) => finding.lane === lane);
  for (const other of LANES_AND_NOTES)
    if (other !== lane) for (const finding of findings) if (finding.lane === other) sorted.push(finding);
  if (isNonEmpty(sorted) && sorted[0].lane === lane) return sorted;
  const facts = axes.map(({ fact }) => fact);
  return [
    asks(lane, { kind: "same-lane-whatever-is-missing", facts }, PHASE_1_GUIDANCE, "inferred"),
    ...sorted,
  ];
}
