import { pointAttesting } from "../declaration/entry-obstacles";
import type { Day } from "../day";
import type { AssumedFact } from "../eligibility/facts-of-a-world";
import { type Screening, screenEntry } from "../eligibility/screen-entry";
import { CAPE_LANES, type Lane } from "../eligibility/verdict";
import type { Entry } from "../entry";
import { READINESS_POINTS, type ReadinessPointId, type ReadinessPointRule } from "../law/readiness-points";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { FILED_OUTSIDE_ACE, type ScreenerAnswers } from "./answers";
import { entryOfAnswers } from "./entry-of-answers";

/** What a person who answered should do: the lane of the engine, and what the answers say of readiness. */
export const SCREENER_OUTCOMES = [
  "not-importer",
  "already-claimed",
  "not-ieepa",
  "later-phase",
  "court",
  "phase-3",
  "protest-now",
  "withdraw-protest",
  "fix-first",
  "needs-data",
  "reconciliation-first",
  "set-up-ace",
  "check-account",
  "ready-held",
  "ready",
] as const;
export type ScreenerOutcome = (typeof SCREENER_OUTCOMES)[number];

/** One of the twelve readiness points, as the answers leave it. */
export type AnsweredPoint = {
  readonly rule: ReadinessPointRule;
  readonly state: "attested" | "failed" | "to-attest";
};

/** Facts that no file shows, which the rules take as absent and a person may say are there. */
export type PresentFact = Extract<AssumedFact, "type-09-on-file" | "filed-outside-ace">;

export type ScreenerResult = {
  readonly outcome: ScreenerOutcome;
  /** The engine's, except that a fact it can only take as absent, and that is there, makes it excluded. */
  readonly lane: Lane;
  readonly screening: Screening;
  readonly entry: Entry;
  readonly present: readonly PresentFact[];
  /** The points that the answers speak of, in their order. */
  readonly points: readonly AnsweredPoint[];
};

/**
 * Screens what was answered so far: the same rules as for files, on the entry that the answers describe.
 * @param asOf - the day of filing, US Eastern; throws for a day before CAPE
 */
export function screenAnswers(answers: ScreenerAnswers, asOf: Day): ScreenerResult {
  const entry = entryOfAnswers(answers);
  const screening = screenEntry(entry, { asOf, column1: NO_COLUMN1_RATES, rateClass: "corporation" });
  const present = presentOf(answers);
  const shutOut = present.length > 0 && !BEFORE_EXCLUDED.includes(screening.lane);
  const lane = shutOut ? "excluded" : screening.lane;
  const points = pointsOf(answers, present);
  return { outcome: outcomeOf(answers, lane, screening, points), lane, screening, entry, present, points };
}

const BEFORE_EXCLUDED: readonly Lane[] = ["already-claimed", "not-ieepa"];

function presentOf({ type, reconciliation }: ScreenerAnswers): readonly PresentFact[] {
  return [
    ...(type === FILED_OUTSIDE_ACE ? (["filed-outside-ace"] as const) : []),
    ...(reconciliation?.type09 === "filed" ? (["type-09-on-file"] as const) : []),
  ];
}

function pointsOf(
  { importer, account }: ScreenerAnswers,
  present: readonly PresentFact[],
): readonly AnsweredPoint[] {
  const states = new Map<ReadinessPointId, AnsweredPoint["state"]>();
  if (importer !== undefined) {
    const files = importer === "we" || importer === "broker";
    states.set("filer", files ? "attested" : importer === "other" ? "failed" : "to-attest");
  }
  if (account !== undefined) {
    const unknown = account === "unsure";
    states.set("ace-account", unknown ? "to-attest" : account === "none" ? "failed" : "attested");
    states.set("ach-refund", unknown ? "to-attest" : account === "ach" ? "attested" : "failed");
  }
  for (const fact of present) states.set(pointAttesting(fact), "failed");
  return READINESS_POINTS.flatMap((rule) => {
    const state = states.get(rule.id);
    return state === undefined ? [] : [{ rule, state }];
  });
}

const OUTCOME_OF_LANE = {
  "already-claimed": "already-claimed",
  "not-ieepa": "not-ieepa",
  excluded: "later-phase",
  court: "court",
  protest: "protest-now",
  "withdraw-protest": "withdraw-protest",
  "fix-first": "fix-first",
  "needs-data": "needs-data",
} as const satisfies Record<Exclude<Lane, (typeof CAPE_LANES)[number]>, ScreenerOutcome>;

const isCapeLane = (lane: Lane): lane is (typeof CAPE_LANES)[number] =>
  (CAPE_LANES as readonly Lane[]).includes(lane);

/** Who may file comes first, then the lane, then what readiness still asks for: what blocks before what delays. */
function outcomeOf(
  { importer, court }: ScreenerAnswers,
  lane: Lane,
  { findings }: Screening,
  points: readonly AnsweredPoint[],
): ScreenerOutcome {
  if (importer === "other") return "not-importer";
  if (lane === "court" && court === "listed") return "phase-3";
  if (!isCapeLane(lane)) return OUTCOME_OF_LANE[lane];
  if (findings.some(({ reason }) => reason.kind === "reconciliation-due-soon")) return "reconciliation-first";
  const failed = points.filter(({ state }) => state === "failed");
  if (failed.some(({ rule }) => rule.blocking)) return "set-up-ace";
  if (failed.length > 0) return "ready-held";
  return points.some(({ rule, state }) => rule.id === "ace-account" && state === "to-attest")
    ? "check-account"
    : "ready";
}
