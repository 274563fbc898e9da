import { addDays, type Day } from "../day";
import { covers, type Released } from "./dated";
import { ENTRY_TYPES, RECONCILIATION_RULES } from "./entry-types";
import { NUMBER_TESTS } from "./number-test";
import { type RuleSet, rulesOf } from "./rule-sets";
import { RULE_RELEASES, type RuleVersion } from "./rules-version";

/** A state of the law: what a release of the rules knew, as in force on a day of filing. */
export type LawState = { readonly version: string; readonly on: Day };

/** One change of the law: the rules on each side of it. */
export type LawStep = {
  /** The first day on which the new rule holds. */
  readonly effectiveOn: Day;
  /** The release that made the change. */
  readonly rulesVersion: string;
  readonly before: RuleSet;
  readonly after: RuleSet;
};

/** Rows that decide a lane. An announcement that changes none, such as Phase 3, is no change of the law. */
const DECIDING_ROWS: readonly Released[] = [...ENTRY_TYPES, ...RECONCILIATION_RULES, ...NUMBER_TESTS];

/**
 * The changes of the law from one state to a later one: first what newer releases knew of the first day, release by
 * release, then what took effect since, day by day. Empty when the law is the same; going back is no change. Throws as
 * `rulesOf` does.
 */
export function lawChangesBetween(from: LawState, to: LawState): readonly LawStep[] {
  const versions = RULE_RELEASES.map(({ version }) => version);
  const start = rulesOf(from.version, from.on);
  const end = rulesOf(to.version, to.on);
  const newer = versions.slice(versions.indexOf(start.version) + 1, versions.indexOf(end.version) + 1);
  const known = new Set(versions.slice(0, versions.indexOf(end.version) + 1));
  return [...newer.flatMap((version) => lateNews(version, from.on)), ...newInForce(known, from.on, to)];
}

/** What a release told of a day that its predecessor did not know. */
function lateNews(version: RuleVersion, on: Day): readonly LawStep[] {
  const news = DECIDING_ROWS.filter((row) => row.release === version && covers(row, on));
  const effectiveOn = news
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const predecessor = RULE_RELEASES[RULE_RELEASES.findIndex((release) => release.version === version) - 1];
  if (effectiveOn === undefined || predecessor === undefined) return [];
  const before = rulesOf(predecessor.version, on);
  return [{ effectiveOn, rulesVersion: version, before, after: rulesOf(version, on) }];
}

/** What took effect after one day and up to another, as far as a release knows it. */
function newInForce(known: ReadonlySet<RuleVersion>, since: Day, to: LawState): readonly LawStep[] {
  const started = DECIDING_ROWS.filter(
    ({ from, release }) => known.has(release) && since < from && from <= to.on,
  );
  const days = [...new Set(started.map(({ from }) => from))].sort();
  return days.map((effectiveOn) => {
    const releases = started.filter(({ from }) => from === effectiveOn).map(({ release }) => release);
    return {
      effectiveOn,
      rulesVersion: [...releases].sort().at(-1) ?? to.version,
      before: rulesOf(to.version, addDays(effectiveOn, -1)),
      after: rulesOf(to.version, effectiveOn),
    };
  });
}
