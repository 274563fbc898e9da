import { type Day, day } from "../day";
import { isNonEmpty, type NonEmpty } from "../result";
import { IN_TRANSIT_BASELINE, METALS_OF_CANADA_AND_MEXICO } from "./assessed-rates";
import { CAPE_MESSAGES } from "./cape-messages";
import { IEEPA_WINDOW } from "./chapter-99";
import {
  CHAPTER_99_EDITION,
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  type Chapter99Program,
} from "./chapter-99-rows";
import { CHECK_RULES, type CheckRuleKind } from "./check-rules";
import type { Citation, RuleConfidence } from "./citation";
import { type ClockKind, CLOCKS, DEEMED_LIQUIDATION } from "./clocks";
import { type Dated, type Released, SINCE_CAPE } from "./dated";
import { DECLARATION_LIMITS } from "./declaration-limits";
import { DEPOSIT_RULES } from "./deposit-rules";
import { ENTRY_TYPES, RECONCILIATION_RULES, UNLISTED_TYPE } from "./entry-types";
import { HOLIDAY_YEARS, HOLIDAYS_SOURCE, LEGAL_HOLIDAYS } from "./holidays";
import { CORPORATE_CUT, INTEREST_RATES } from "./interest-rates";
import { NUMBER_SEQUENCES, RECIPROCAL_NUMBER, type SequenceBlock } from "./number-sequence";
import { NUMBER_TEST_EXCEPTIONS, NUMBER_TESTS } from "./number-test";
import { PHASE_3 } from "./phase-3";
import { READINESS_POINTS } from "./readiness-points";
import type { RuleContent, RuleEntry } from "./rule-entry";
import { RULE_RELEASES, type RuleRelease } from "./rules-version";

/** Every dated rule of every table, by subject and then by day. */
export const ruleIndex = (): readonly RuleEntry[] => [
  ...rulesOfLanes(),
  ...rulesOfTime(),
  ...rulesOfFiling(),
  ...rulesOfMoney(),
  ...rulesOfDuty(),
];

type Row = Released & {
  readonly confidence: RuleConfidence;
  readonly source: Citation | NonEmpty<Citation>;
};

/** The last release out on a day; the first one knew everything older. */
const releaseOn = (on: Day): RuleRelease =>
  RULE_RELEASES.findLast(({ publishedOn }) => publishedOn <= on) ?? RULE_RELEASES[0];

const publishedOn = (version: string): Day | null =>
  RULE_RELEASES.find((release) => release.version === version)?.publishedOn ?? null;

const citations = (source: Citation | NonEmpty<Citation>): NonEmpty<Citation> =>
  "law" in source ? [source] : source;

const entry = (row: Row, content: RuleContent, daysOf: RuleEntry["daysOf"] = "filing"): RuleEntry => ({
  content,
  daysOf,
  from: row.from,
  until: row.until,
  publishedOn: publishedOn(row.release),
  release: row.release,
  confidence: row.confidence,
  source: citations(row.source),
});

/** What decides the lane of an entry. */
const rulesOfLanes = (): readonly RuleEntry[] => [
  ...(Object.keys(CHECK_RULES) as CheckRuleKind[]).map((rule) =>
    entry(CHECK_RULES[rule], { subject: "check", rule }),
  ),
  ...[...ENTRY_TYPES, UNLISTED_TYPE].map((row) =>
    entry(row, { subject: "entry-type", type: row.type, name: row.name, treatment: row.treatment }),
  ),
  ...RECONCILIATION_RULES.map((row) =>
    entry(row, { subject: "reconciliation", acceptedTypes: row.acceptedTypes }),
  ),
  ...NUMBER_TESTS.map((row) => entry(row, { subject: "number-test", message: row.message })),
  entry(NUMBER_TEST_EXCEPTIONS, {
    subject: "number-test-exceptions",
    codes: NUMBER_TEST_EXCEPTIONS.codes,
    entryTypes: NUMBER_TEST_EXCEPTIONS.entryTypes,
  }),
  entry(PHASE_3, { subject: "phase-3", announcedFor: PHASE_3.announcedFor, listedBy: PHASE_3.listedBy }),
];

/** How days are counted. */
const rulesOfTime = (): readonly RuleEntry[] => [
  ...(Object.keys(CLOCKS) as ClockKind[]).map((clock) => entry(CLOCKS[clock], { subject: "clock", clock })),
  entry(DEEMED_LIQUIDATION, { subject: "deemed-liquidation", years: DEEMED_LIQUIDATION.years }),
  ...holidayYears(),
];

function holidayYears(): readonly RuleEntry[] {
  const years = [...new Set(LEGAL_HOLIDAYS.map(({ on }) => on.slice(0, 4)))];
  return years.map((year) => {
    const days = LEGAL_HOLIDAYS.map(({ on }) => on).filter((on) => on.startsWith(year));
    return {
      content: { subject: "holidays", year, days },
      daysOf: "calendar",
      from: day(`${year}-01-01`),
      until: day(`${year}-12-31`),
      publishedOn: null,
      release: `${HOLIDAY_YEARS.from.slice(0, 4)} to ${HOLIDAY_YEARS.until.slice(0, 4)}`,
      confidence: "proven",
      source: [HOLIDAYS_SOURCE],
    };
  });
}

/** What a declaration must be like, and what CAPE answers. */
const rulesOfFiling = (): readonly RuleEntry[] => [
  entry(DECLARATION_LIMITS, {
    subject: "declaration-limits",
    entriesMax: DECLARATION_LIMITS.entriesMax,
    bytesBelow: DECLARATION_LIMITS.bytesBelow,
  }),
  ...READINESS_POINTS.map((row) =>
    entry(
      { ...row, source: row.law },
      { subject: "readiness-point", point: row.point, title: row.title, blocking: row.blocking },
    ),
  ),
  ...CAPE_MESSAGES.map(({ level, message, since, until, confidence, source }): RuleEntry => {
    const release = releaseOn(since);
    return {
      content: { subject: "cape-message", level, message },
      daysOf: "filing",
      from: since,
      until,
      publishedOn: release.publishedOn,
      release: release.version,
      confidence: confidence === "primary" ? "proven" : confidence,
      source: [source],
    };
  }),
];

/** When duty was deposited, and what it earns. */
const rulesOfMoney = (): readonly RuleEntry[] => [
  entry(DEPOSIT_RULES.singleEntry, {
    subject: "deposit",
    rule: "singleEntry",
    days: DEPOSIT_RULES.singleEntry.workingDays,
  }),
  entry(DEPOSIT_RULES.monthlyStatement, {
    subject: "deposit",
    rule: "monthlyStatement",
    days: DEPOSIT_RULES.monthlyStatement.workingDay,
  }),
  entry(DEPOSIT_RULES.lateRefund, {
    subject: "deposit",
    rule: "lateRefund",
    days: DEPOSIT_RULES.lateRefund.periodDays,
  }),
  ...INTEREST_RATES.map(({ from, until, annualPercent, publishedOn: published, confidence, source }) => {
    const quarter = quarterName(from);
    const { corporation, other } = annualPercent;
    return {
      content: {
        subject: "interest-rate",
        quarter,
        corporationPercent: corporation,
        otherPercent: other,
      },
      daysOf: "interest",
      from,
      until,
      publishedOn: published,
      release: quarter,
      confidence,
      source: [source],
    } as const;
  }),
  entry(CORPORATE_CUT, {
    subject: "corporate-cut",
    aboveUsd: CORPORATE_CUT.untouchedUsd,
    cutPercentPoints: CORPORATE_CUT.cutPercentPoints,
  }),
];

const QUARTERS: Readonly<Record<string, string>> = { "01": "Q1", "04": "Q2", "07": "Q3", "10": "Q4" };
const quarterName = (first: Day): string => `${first.slice(0, 4)}-${QUARTERS[first.slice(5, 7)] ?? "Q1"}`;

/** Which duties there were. */
const rulesOfDuty = (): readonly RuleEntry[] => [
  entry(IEEPA_WINDOW, { subject: "ieepa-window" }, "entry"),
  ...NUMBER_SEQUENCES.map((row) =>
    ofEntry(row, { subject: "number-sequence", blocks: blocksOf(row.places) }),
  ),
  ofEntry(RECIPROCAL_NUMBER, { subject: "reciprocal-number" }),
  ...IN_TRANSIT_BASELINE.periods.map((row) =>
    ofEntry(
      { ...row, source: IN_TRANSIT_BASELINE.source },
      { subject: "in-transit-baseline", code: IN_TRANSIT_BASELINE.code },
    ),
  ),
  // Whether CBP claims Section 232 duty afterwards is open.
  ofEntry(
    METALS_OF_CANADA_AND_MEXICO,
    { subject: "metals-of-canada-and-mexico", chapters: METALS_OF_CANADA_AND_MEXICO.chapters },
    "unconfirmed",
  ),
  ...(Object.keys(CHAPTER_99_PROGRAMS) as Chapter99Program[]).flatMap(chapter99Rule),
];

/** Rules of 2025 and early 2026, on days of entry: older than CAPE, so that every release knows them. */
const ofEntry = (
  row: Dated & { readonly source: Citation },
  content: RuleContent,
  confidence: RuleConfidence = "proven",
): RuleEntry => entry({ ...row, release: SINCE_CAPE.release, confidence }, content, "entry");

/** The blocks of a line, top down; those that share places stand together. */
function blocksOf(
  places: (typeof NUMBER_SEQUENCES)[number]["places"],
): readonly (readonly SequenceBlock[])[] {
  const byFirst = new Map<number, SequenceBlock[]>();
  for (const block of Object.keys(places) as SequenceBlock[]) {
    const [first] = places[block];
    byFirst.set(first, [...(byFirst.get(first) ?? []), block]);
  }
  return [...byFirst].sort(([a], [b]) => a - b).map(([, blocks]) => blocks);
}

/** One row for each program: its numbers, its first day and its last. The rows themselves cite their orders. */
function chapter99Rule(program: Chapter99Program): readonly RuleEntry[] {
  const rows = CHAPTER_99_ROWS.filter((row) => row.program === program);
  const firsts = rows.flatMap(({ from }) => from ?? []).sort();
  const lasts = rows.flatMap(({ until }) => until ?? []).sort();
  const stillOpen = rows.some(({ until }) => until === null);
  const content = {
    subject: "chapter-99",
    program,
    name: CHAPTER_99_PROGRAMS[program].name,
    codes: new Set(rows.map(({ code }) => code)).size,
  } as const;
  if (!isNonEmpty(rows)) return [];
  const [first] = firsts;
  const last = stillOpen ? undefined : lasts.at(-1);
  return [
    {
      content,
      daysOf: "entry",
      from: first === undefined ? null : day(first),
      until: last === undefined ? null : day(last),
      publishedOn: null,
      release: CHAPTER_99_EDITION.name,
      confidence: "proven",
      source: [
        { law: CHAPTER_99_EDITION.name, published: CHAPTER_99_EDITION.published },
        { law: rows[0].source, published: `as its first number, ${rows[0].code}, cites` },
      ],
    },
  ];
}
