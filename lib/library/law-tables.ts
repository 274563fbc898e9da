import {
  accrueInterest,
  type Citation,
  CLOCKS,
  type ClockKind,
  compareConventions,
  day,
  DEFAULT_CONVENTION,
  ENTRY_TYPES,
  INTEREST_RATES,
  type RateClass,
  RULE_RELEASES,
  subtractUsd,
  toCents,
  usd,
  usdText,
} from "@/lib/domain";
import { CLOCK_WORDS } from "@/lib/wording/clocks";
import { formatDay } from "@/lib/wording/day";
import { CONVENTION_WORDS, RATE_CLASS_NAMES } from "@/lib/wording/interest";
import { formatUsd } from "@/lib/wording/money";
import { RULE_CHANGE_WORDS, TREATMENT_WORDS } from "@/lib/wording/rules";

import type { Inline, Inlines, TableBlock } from "./document";

type LawTable = Pick<TableBlock, "head" | "rows">;

const text = (words: string): Inlines => [{ kind: "text", text: words }];
const marked = (words: string, confidence: string): Inlines =>
  confidence === "inferred" || confidence === "unconfirmed"
    ? [...text(words), { kind: "mark", confidence } satisfies Inline]
    : text(words);

const table = (head: readonly string[], rows: readonly (readonly (string | Inlines)[])[]): LawTable => ({
  head: head.map(text),
  rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? text(cell) : cell))),
});

const cited = (source: Citation | readonly Citation[]): string =>
  ("law" in source ? [source] : source).map(({ law }) => law).join("; ");

const interestRates = (): LawTable =>
  table(
    ["From", "To", "Corporations", "Other importers", "Ruling or notice"],
    INTEREST_RATES.map(({ from, until, annualPercent, confidence, source }) => [
      formatDay(from),
      formatDay(until),
      marked(`${annualPercent.corporation} %`, confidence),
      marked(`${annualPercent.other} %`, confidence),
      cited(source),
    ]),
  );

const entryTypes = (): LawTable =>
  table(
    ["Type", "Name", "CAPE", "Since", "Source"],
    ENTRY_TYPES.filter(({ until }) => until === null).map(
      ({ type, name, treatment, from, confidence, source }) => [
        type ?? "",
        name,
        marked(TREATMENT_WORDS[treatment], confidence),
        formatDay(from),
        cited(source),
      ],
    ),
  );

const clocks = (): LawTable =>
  table(
    ["Clock", "Rule", "Law"],
    (Object.keys(CLOCKS) as ClockKind[]).map((kind) => [
      CLOCK_WORDS[kind].name,
      marked(CLOCK_WORDS[kind].rule, CLOCKS[kind].confidence),
      cited(CLOCKS[kind].source),
    ]),
  );

const releases = (): LawTable =>
  table(
    ["In force from", "What changed", "Source"],
    RULE_RELEASES.flatMap(({ effectiveFrom, changes }) =>
      changes.map(({ what, confidence, source }) => [
        formatDay(effectiveFrom),
        marked(RULE_CHANGE_WORDS[what], confidence),
        cited(source),
      ]),
    ),
  );

const EXAMPLE = { principal: usd("100000"), start: day("2025-04-15"), end: day("2026-06-01") } as const;

/** The published worked example of every convention, computed by the engine itself. */
function exampleConventions(): LawTable {
  const { principal, start, end } = EXAMPLE;
  const figureFor = (rateClass: RateClass) =>
    toCents(accrueInterest(principal, start, end, rateClass, DEFAULT_CONVENTION));
  const ours = figureFor("corporation");
  const others = figureFor("other");
  const money = (amount: Parameters<typeof usdText>[0]): string => formatUsd(usdText(amount));
  return table(
    ["Reading", "Interest, USD", "Less or more than ours"],
    [
      [`${CONVENTION_WORDS.default.name}, ${RATE_CLASS_NAMES.corporation.toLowerCase()}`, money(ours), ""],
      [`The same, ${RATE_CLASS_NAMES.other.toLowerCase()}`, money(others), money(subtractUsd(others, ours))],
      ...compareConventions(principal, start, end, "corporation").map(
        ({ convention, interest, difference }) => [
          CONVENTION_WORDS[convention].name,
          money(interest),
          money(difference),
        ],
      ),
    ],
  );
}

const TABLES = {
  "interest-rates": interestRates,
  "entry-types": entryTypes,
  clocks,
  releases,
  "example-conventions": exampleConventions,
} as const satisfies Record<string, () => LawTable>;

/** A table that a guide names as `{{table clocks}}`, drawn from the law; throws for any other name. */
export function lawTable(name: string): LawTable {
  if (!(name in TABLES)) throw new Error(`No table of the law is called ${name}`);
  return TABLES[name as keyof typeof TABLES]();
}
