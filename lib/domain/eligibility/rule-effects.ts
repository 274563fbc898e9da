import type { Day } from "../day";
import type { Entry } from "../entry";
import type { LawStep } from "../law/law-changes";
import { addUsd, type Usd, ZERO_USD } from "../money";
import { screenEntry, type Screening, type ScreeningContext } from "./screen-entry";
import { type Lane, LANES } from "./verdict";
import { byText } from "../text-order";

/** What one change of the law did to one entry: same facts, same day of screening, the law before and after. */
export type RuleEffect = {
  /** The first day on which the new rule holds. */
  readonly effectiveOn: Day;
  /** The release of the rules that made the change. */
  readonly rulesVersion: string;
  readonly laneBefore: Lane;
  readonly laneAfter: Lane;
  /** Certain refundable duty, USD, exact; null while it is a range. */
  readonly refundableBefore: Usd | null;
  readonly refundableAfter: Usd | null;
};

/**
 * The changes that moved the entry to another lane or to another certain refund; none for most entries. What time
 * alone does, such as a liquidation that turns 81 days old, is no effect: both sides count the days to `context.asOf`.
 * @param steps - from `lawChangesBetween`
 */
export function ruleEffectsOn(
  entry: Entry,
  context: ScreeningContext,
  steps: readonly LawStep[],
): readonly RuleEffect[] {
  return steps.flatMap(({ effectiveOn, rulesVersion, before, after }) => {
    const old = screenEntry(entry, { ...context, rules: before });
    const now = screenEntry(entry, { ...context, rules: after });
    if (old.lane === now.lane && isSame(old.refund.certain, now.refund.certain)) return [];
    return [{ effectiveOn, rulesVersion, ...laneMove(old, now) }];
  });
}

const laneMove = (old: Screening, now: Screening) => ({
  laneBefore: old.lane,
  laneAfter: now.lane,
  refundableBefore: old.refund.certain,
  refundableAfter: now.refund.certain,
});

const isSame = (a: Usd | null, b: Usd | null): boolean => (a === null || b === null ? a === b : a.equals(b));

/** One line of a statement such as "29 June 2026: 12 entries, $48,210.00, from excluded to cape-recon". */
export type RuleEffectTotal = Pick<
  RuleEffect,
  "effectiveOn" | "rulesVersion" | "laneBefore" | "laneAfter"
> & {
  readonly entries: number;
  /** The certain refunds after the change, nets below zero left out, USD, exact. */
  readonly refundable: Usd;
  /** Entries of which only a range is known after the change; they are not in `refundable`. */
  readonly ranges: number;
};

/** Sums effects by change and by the lanes they moved between: by day, then in the order of the lanes. */
export function ruleEffectTotals(effects: Iterable<RuleEffect>): readonly RuleEffectTotal[] {
  const totals = new Map<string, RuleEffectTotal>();
  for (const { effectiveOn, rulesVersion, laneBefore, laneAfter, refundableAfter } of effects) {
    const key = [effectiveOn, rulesVersion, laneBefore, laneAfter].join(" ");
    const sum = totals.get(key) ?? { entries: 0, refundable: ZERO_USD, ranges: 0 };
    totals.set(key, {
      ...{ effectiveOn, rulesVersion, laneBefore, laneAfter },
      entries: sum.entries + 1,
      refundable: refundableAfter?.gt(ZERO_USD) ? addUsd(sum.refundable, refundableAfter) : sum.refundable,
      ranges: sum.ranges + (refundableAfter === null ? 1 : 0),
    });
  }
  return [...totals.values()].sort(inReadingOrder);
}

const inReadingOrder = (a: RuleEffectTotal, b: RuleEffectTotal): number =>
  byText(a.effectiveOn, b.effectiveOn) ||
  byText(a.rulesVersion, b.rulesVersion) ||
  LANES.indexOf(a.laneBefore) - LANES.indexOf(b.laneBefore) ||
  LANES.indexOf(a.laneAfter) - LANES.indexOf(b.laneAfter);
