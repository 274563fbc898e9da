import { addDays, type Day } from "../day";
import type { NonEmpty } from "../result";
import { covers, type Released, rowsKnown } from "./dated";
import {
  ENTRY_TYPES,
  type EntryTypeRule,
  FIRST_COVERED,
  RECONCILIATION_RULES,
  type ReconciliationRule,
  UNLISTED_TYPE,
} from "./entry-types";
import { NUMBER_TESTS, type NumberTest } from "./number-test";
import { PHASE_3, type Phase3 } from "./phase-3";
import { RULE_RELEASES, RULES, type RuleVersion } from "./rules-version";

/**
 * The law that changed since CAPE opened, or may, as one screening sees it: in force on a day of filing, as far as it
 * was known. What never changed (clocks, the IEEPA window, file limits) stands in its table with its release.
 */
export type RuleSet = {
  readonly version: RuleVersion;
  /** The day of filing. */
  readonly on: Day;
  /** Nothing published after this day is known; null: everything is. Interest rates keep to it too. */
  readonly knownOn: Day | null;
  readonly entryType: (type: string) => EntryTypeRule;
  readonly reconciliation: ReconciliationRule;
  /** The announced rules for entries flagged for reconciliation that take effect after `on`, oldest first. */
  readonly reconciliationAhead: readonly ReconciliationRule[];
  readonly numberTest: NumberTest;
  /** Null while nobody had announced it. */
  readonly phase3: Phase3 | null;
};

/** Everything known today, as in force on a day of filing: the rules of a screening. Throws before 20 April 2026. */
export const rulesOn = (on: Day): RuleSet => ruleSet(RULES.version, on, null);

/** Only what had been published by the day, as in force on it: a replay of that day. Throws before 20 April 2026. */
export function rulesKnownOn(on: Day): RuleSet {
  requireCovered(on);
  const known = RULE_RELEASES.filter(({ publishedOn }) => publishedOn <= on).at(-1) ?? RULE_RELEASES[0];
  return ruleSet(known.version, on, on);
}

/**
 * What one release knew, as in force on a day of filing. The latest release knows everything; an earlier one nothing
 * published since its successor. Throws before 20 April 2026 and for a version that was never released.
 */
export function rulesOf(version: string, on: Day): RuleSet {
  const index = RULE_RELEASES.findIndex((release) => release.version === version);
  const release = RULE_RELEASES[index];
  if (release === undefined) throw new Error(`No release of the rules is called ${version}`);
  const next = RULE_RELEASES[index + 1];
  return ruleSet(release.version, on, next === undefined ? null : addDays(next.publishedOn, -1));
}

// Every entry of a screening asks for the same set.
const resolved = new Map<string, RuleSet>();

function ruleSet(version: RuleVersion, on: Day, knownOn: Day | null): RuleSet {
  const key = `${version} ${on} ${knownOn ?? ""}`;
  const found = resolved.get(key);
  if (found !== undefined) return found;
  requireCovered(on);
  const made = resolve(version, on, knownOn);
  resolved.set(key, made);
  return made;
}

function resolve(version: RuleVersion, on: Day, knownOn: Day | null): RuleSet {
  const isKnown = knownTo(version);
  const typesInForce = rowsInForce(ENTRY_TYPES, on, isKnown, ({ type }) => type);
  const types = new Map(typesInForce.map((row) => [row.type, row]));
  return {
    version,
    on,
    knownOn,
    entryType: (type) => types.get(type) ?? UNLISTED_TYPE,
    reconciliation: rowInForce(RECONCILIATION_RULES, on, isKnown),
    reconciliationAhead: rowsKnown(RECONCILIATION_RULES, isKnown).filter(({ from }) => from > on),
    numberTest: rowInForce(NUMBER_TESTS, on, isKnown),
    phase3: isKnown(PHASE_3.release) ? PHASE_3 : null,
  };
}

type IsKnown = (release: RuleVersion) => boolean;

/** True for the releases up to a version, it included. */
function knownTo(version: RuleVersion): IsKnown {
  const versions = RULE_RELEASES.map((release) => release.version);
  const known = new Set(versions.slice(0, versions.indexOf(version) + 1));
  return (release) => known.has(release);
}

function rowInForce<R extends Released>(rows: NonEmpty<R>, on: Day, isKnown: IsKnown): R {
  const row = rowsKnown(rows, isKnown).find((known) => covers(known, on));
  if (row === undefined) throw new Error(`No known rule covers ${on}`);
  return row;
}

/** Of a table with several subjects, the row of each that is in force; a subject not known yet has none. */
function rowsInForce<R extends Released>(
  rows: readonly R[],
  on: Day,
  isKnown: IsKnown,
  subjectOf: (row: R) => unknown,
): readonly R[] {
  const subjects = [...new Set(rows.map(subjectOf))];
  return subjects.flatMap((subject) =>
    rowsKnown(
      rows.filter((row) => subjectOf(row) === subject),
      isKnown,
    ).filter((row) => covers(row, on)),
  );
}

function requireCovered(on: Day): void {
  if (on < FIRST_COVERED.day)
    throw new Error(`No CAPE rule covers ${on}: the first day is ${FIRST_COVERED.day}`);
}
