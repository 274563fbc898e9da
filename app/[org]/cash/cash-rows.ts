import type { CashWeekRow } from "@/components/cash/cash-weeks-table";
import type { ScenarioRow } from "@/components/cash/scenario-panel";
import type { WeekBar } from "@/components/ui/week-bars";
import {
  addDays,
  addUsd,
  isDay,
  scenarioTotal,
  sumUsd,
  usdText,
  type CashWeek,
  type Day,
  type ExpectedCash,
  type FilingScenario,
  type Usd,
} from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { formatDay } from "@/lib/wording/day";
import { formatUsd } from "@/lib/wording/money";

const shown = (amount: Usd): string => formatUsd(usdText(amount));
const spanOf = (monday: Day): string => `${formatDay(monday)} to ${formatDay(addDays(monday, 6))}`;

export const totalOf = (expected: readonly ExpectedCash[]): Usd =>
  sumUsd(expected.map(({ group, interest }) => addUsd(group.principal, interest)));

export const countIn = (expected: readonly ExpectedCash[]): number =>
  expected.reduce((count, { group }) => count + group.entries, 0);

export const toCashWeekRow = ({ monday, earliest, latest, entries }: CashWeek): CashWeekRow => ({
  id: monday,
  span: spanOf(monday),
  entries: entries === 0 ? "" : countOf(entries, "entry", "entries"),
  earliest: shown(earliest),
  latest: shown(latest),
});

/** What came, and what should come by the end of each week: one line of time. */
export const toBars = (
  received: readonly { readonly monday: Day; readonly amount: Usd; readonly payments: number }[],
  weeks: readonly CashWeek[],
): readonly WeekBar[] => [
  ...received.map(({ monday, amount, payments }) => ({
    id: `received ${monday}`,
    label: formatDay(monday),
    span: spanOf(monday),
    size: usdText(amount),
    amount: shown(amount),
    note: `received, ${countOf(payments, "entry in a timeline", "entries in timelines")}`,
  })),
  ...weeks
    .filter(({ latest }) => !latest.isZero())
    .map(({ monday, latest, entries }) => ({
      id: `expected ${monday}`,
      label: formatDay(monday),
      span: spanOf(monday),
      size: usdText(latest),
      amount: shown(latest),
      note: `estimate, ${countOf(entries, "entry", "entries")}`,
      estimate: true,
    })),
];

/** The day of the scenario: as asked, or thirty days on where nothing sensible was asked. */
export function readFilingDay(
  asked: string | readonly string[] | undefined,
  asOf: Day,
): { readonly on: Day; readonly error?: string } {
  const text = [asked ?? ""].flat()[0] ?? "";
  const unasked = addDays(asOf, 30);
  if (text === "") return { on: unasked };
  if (!isDay(text)) return { on: unasked, error: "This is no day. Write it as 2026-12-21." };
  if (text < asOf) return { on: unasked, error: "This day has passed. Nothing can be filed on it any more." };
  if (text > addDays(asOf, 365)) return { on: unasked, error: "Ask for a day within one year." };
  return { on: text };
}

export function toScenarioRows(
  today: FilingScenario,
  later: FilingScenario,
  base: string,
): readonly ScenarioRow[] {
  const both = (what: string, of: (scenario: FilingScenario) => string, href?: string): ScenarioRow => ({
    what,
    today: of(today),
    later: of(later),
    href,
  });
  return [
    both("Entries filed in time", ({ filed }) => countOf(filed.entries, "entry", "entries")),
    both("Principal, USD", ({ filed }) => shown(filed.principal)),
    both("Interest to the expected liquidation, USD", ({ interest }) => shown(interest)),
    both("Principal and interest, USD", (scenario) => shown(scenarioTotal(scenario))),
    both("Money could come from", ({ expected }) => formatRange(expected, "earliest")),
    both("Money should come by", ({ expected }) => formatRange(expected, "latest")),
    both(
      "Out of the CAPE window by then, USD",
      ({ fallenOut }) => `${shown(fallenOut.principal)} (${countOf(fallenOut.entries, "entry", "entries")})`,
      `${base}/deadlines?kind=cape-window`,
    ),
  ];
}

const formatRange = (expected: readonly ExpectedCash[], end: "earliest" | "latest"): string => {
  const [first] = expected;
  return first === undefined ? "nothing to file" : formatDay(first[end]);
};
