import type { Day } from "../day";
import type { InterestTable } from "../interest/accrue";
import { addUsd, sumUsd, type Usd } from "../money";
import { type AwaitedGroup, expectedCash, type ExpectedCash } from "./expected-cash";

/** Entries that may be filed and are not: those of one deposit day, class and last day. */
export type FileableGroup = Omit<AwaitedGroup, "acceptedOn" | "assumed"> & {
  /** Day 80 of the CAPE window; null: not liquidated, no window runs. */
  readonly lastDay: Day | null;
};

type Part = { readonly entries: number; readonly principal: Usd };

/** What filing everything on one day would come to. */
export type FilingScenario = {
  readonly filedOn: Day;
  /** Still inside its window on that day, its last day included. */
  readonly filed: Part;
  /** Out of the CAPE window by then: what waiting costs. */
  readonly fallenOut: Part;
  /** USD, whole cents, through the estimated liquidation. */
  readonly interest: Usd;
  readonly assumedDays: number;
  readonly expected: readonly ExpectedCash[];
};

const partOf = (groups: readonly FileableGroup[]): Part => ({
  entries: groups.reduce((count, { entries }) => count + entries, 0),
  principal: sumUsd(groups.map(({ principal }) => principal)),
});

/**
 * As if everything that CAPE takes were filed on one day and accepted on the same. An entry whose window ends before
 * that day falls out (CSMS 68340863); one whose day 80 it is still goes in.
 */
export function filingScenario(
  groups: readonly FileableGroup[],
  filedOn: Day,
  table: InterestTable,
): FilingScenario {
  const inTime = groups.filter(({ lastDay }) => lastDay === null || lastDay >= filedOn);
  const late = groups.filter((group) => !inTime.includes(group));
  const expected = inTime.map((group) =>
    expectedCash({ ...group, acceptedOn: filedOn, assumed: true }, filedOn, table),
  );
  return {
    filedOn,
    filed: partOf(inTime),
    fallenOut: partOf(late),
    interest: sumUsd(expected.map(({ interest }) => interest)),
    assumedDays: expected.reduce((most, { assumedDays }) => Math.max(most, assumedDays), 0),
    expected,
  };
}

/** Principal and interest of a scenario, USD. */
export const scenarioTotal = ({ filed, interest }: FilingScenario): Usd => addUsd(filed.principal, interest);
