import type { MoveText } from "@/components/rules/rule-moves";
import type { RuleReleaseText } from "@/components/rules/rule-release";
import type { RuleEffectTotal, RuleRelease } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { describeMove } from "@/lib/wording/rule-effects";
import { RULE_CHANGE_WORDS } from "@/lib/wording/rules";

import { movedHref } from "./moved/moved-query";

/** A release of the rules in words. */
export const toRelease = (release: RuleRelease): RuleReleaseText => ({
  version: release.version,
  title: release.title,
  effectiveFrom: release.effectiveFrom,
  publishedOn: release.publishedOn,
  publishedIsInferred: release.publishedOnIs === "inferred",
  changes: release.changes.map(({ what, source, confidence }) => ({
    id: what,
    sentence: RULE_CHANGE_WORDS[what],
    ...source,
    confidence,
  })),
});

export const toMove = (total: RuleEffectTotal, base: string): MoveText => ({
  sentence: describeMove(total),
  href: movedHref(base, total),
  note:
    total.ranges === 0 ? null : `${countOf(total.ranges, "range", "ranges")} not counted among the dollars`,
});
