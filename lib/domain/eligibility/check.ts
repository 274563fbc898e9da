import type { Day } from "../day";
import type { Citation } from "../law/citation";
import type { RuleSet } from "../law/rule-sets";
import type { NonEmpty } from "../result";
import type { CompleteEntry } from "./facts-of-a-world";
import type { DecidingReason, NoteReason } from "./reasons";
import type { Confidence, Finding, Lane } from "./verdict";

/**
 * One legal test on a complete entry. All checks run; their order never changes the lane. `asOf` counts the days; the
 * rules say which law holds, which may be that of another day.
 */
export type Check = (world: CompleteEntry, asOf: Day, rules: RuleSet) => readonly Finding[];

/** A finding that asks for a lane. */
export const asks = (
  lane: Lane,
  reason: DecidingReason,
  law: NonEmpty<Citation>,
  confidence: Confidence = "proven",
): Finding => ({ reason, lane, confidence, law });

/** A finding that asks for none. */
export const notes = (
  reason: NoteReason,
  law: NonEmpty<Citation>,
  confidence: Confidence = "proven",
): Finding => ({ reason, lane: null, confidence, law });
