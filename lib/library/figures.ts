import {
  CAPE_MESSAGES,
  CHAPTER_99_PROGRAMS,
  CHAPTER_99_ROWS,
  CLOCKS,
  CORPORATE_CUT,
  DECLARATION_LIMITS,
  DEEMED_LIQUIDATION,
  type Day,
  day,
  ENTRY_TYPES,
  type EntryNumber,
  formatEntryNumber,
  IEEPA_WINDOW,
  INTAKE_LIMITS,
  INTEREST_RATES,
  LAST_PUBLISHED_RATE_DAY,
  parseEntryNumber,
  RECONCILIATION_RULES,
  RULE_RELEASES,
  ruleIndex,
  type RuleContent,
  RULES,
  type RuleSubject,
  type RuleVersion,
  toDeclarationCsv,
  withFittingCheckDigit,
} from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatDay } from "@/lib/wording/day";
import { listOf } from "@/lib/wording/facts";
import { formatUsd } from "@/lib/wording/money";

type Content<S extends RuleSubject> = Extract<RuleContent, { readonly subject: S }>;

function contentOf<S extends RuleSubject>(
  subject: S,
  wanted: (content: Content<S>) => boolean = () => true,
): Content<S> {
  for (const { content } of ruleIndex())
    if (content.subject === subject && wanted(content as Content<S>)) return content as Content<S>;
  throw new Error(`The rules have no ${subject}`);
}

const RELEASE_DAYS = new Map<string, Day>(
  RULE_RELEASES.map(({ version, effectiveFrom }) => [version, effectiveFrom]),
);
const since = (version: RuleVersion): string => formatDay(RELEASE_DAYS.get(version) ?? day(""));

const depositDays = (rule: Content<"deposit">["rule"]): string =>
  String(contentOf("deposit", (content) => content.rule === rule).days);

const codesWith = (isCounted: (row: (typeof CHAPTER_99_ROWS)[number]) => boolean): string =>
  formatCount(new Set(CHAPTER_99_ROWS.filter(isCounted).map(({ code }) => code)).size);

const isIeepa = ({ program }: (typeof CHAPTER_99_ROWS)[number]): boolean =>
  CHAPTER_99_PROGRAMS[program].authority === "IEEPA";

const window = CLOCKS["cape-window"];

function exampleNumber(first10: string): EntryNumber {
  const read = parseEntryNumber(`${first10}0`);
  if (!read.ok) throw new Error(`${first10} begins no entry number`);
  return withFittingCheckDigit(read.value);
}

const EXAMPLES = [exampleNumber("ABC1234567"), exampleNumber("XYZ7654321")] as const;

/** A file with as many numbers as it may hold; every character of it is one byte. */
function fullFileBytes(): number {
  const one = toDeclarationCsv([EXAMPLES[0]]).length;
  return one + (DECLARATION_LIMITS.entriesMax - 1) * (toDeclarationCsv(EXAMPLES).length - one);
}

const rateOf = (quarterStart: string, of: "corporation" | "other"): string =>
  INTEREST_RATES.find(({ from }) => from === quarterStart)?.annualPercent[of] ?? "";

/**
 * What a guide may name as `{{cape-days}}`: every figure of law it states comes from the law tables, so that a page
 * cannot say what the engine no longer does.
 */
export const FIGURES: Readonly<Record<string, string>> = {
  "cape-days": String(window.days),
  "cape-first-out": String(window.days + 1),
  "cape-warn": String(window.warnFromDay),
  "cape-last-safe": String(window.warnFromDay - 1),
  "reliquidation-days": String(CLOCKS["voluntary-reliquidation"].days),
  "protest-days": String(CLOCKS.protest.days),
  "court-years": String(CLOCKS.court.years),
  "psc-days": String(CLOCKS.psc.days),
  "psc-before": String(CLOCKS.psc.daysBeforeScheduledLiquidation),
  "default-liquidation-days": String(CLOCKS["default-liquidation"].days),
  "acceptance-days": String(CLOCKS["acceptance-to-liquidation"].days),
  "refund-days-min": String(CLOCKS["acceptance-to-refund"].days),
  "refund-days-max": String(CLOCKS["acceptance-to-refund"].daysMax),
  "recon-days": String(CLOCKS.reconciliation.capeFirstFromDaysLeft),
  "deemed-years": countOf(DEEMED_LIQUIDATION.years, "year", "years"),
  "entries-max": formatCount(DECLARATION_LIMITS.entriesMax),
  "file-header": DECLARATION_LIMITS.header,
  "full-file-bytes": formatCount(fullFileBytes()),
  "ieepa-from": formatDay(IEEPA_WINDOW.from),
  "ieepa-until": formatDay(IEEPA_WINDOW.until),
  "cape-open": since("2026-04-20.1"),
  "recon-since": since("2026-06-23.1"),
  "validations-changed": since("2026-06-25.1"),
  "warehouse-since": since("2026-07-07.1"),
  "recon-types": listOf(RECONCILIATION_RULES.at(-1)?.acceptedTypes ?? []),
  "excluded-types": listOf(
    ENTRY_TYPES.filter(({ until, treatment }) => until === null && treatment === "excluded").flatMap(
      ({ type }) => type ?? [],
    ),
  ),
  "phase-3-day": formatDay(contentOf("phase-3").announcedFor),
  "phase-3-listed": formatDay(contentOf("phase-3").listedBy),
  "deposit-working-days": depositDays("singleEntry"),
  "statement-working-day": depositDays("monthlyStatement"),
  "late-refund-days": depositDays("lateRefund"),
  "rate-2025q1-corporation": rateOf("2025-01-01", "corporation"),
  "rate-2025q1-other": rateOf("2025-01-01", "other"),
  "rates-through": formatDay(LAST_PUBLISHED_RATE_DAY),
  "corporate-cut-usd": `$${formatUsd(CORPORATE_CUT.untouchedUsd)}`,
  "example-number": formatEntryNumber(EXAMPLES[0]),
  "header-search-lines": String(INTAKE_LIMITS.headerSearchLines),
  "rules-version": RULES.version,
  codes: codesWith(() => true),
  "unread-codes": codesWith(({ kind }) => kind === null),
  "ieepa-codes": codesWith(isIeepa),
  "ieepa-duty-codes": codesWith((row) => isIeepa(row) && row.kind === "DUTY"),
  messages: formatCount(CAPE_MESSAGES.length),
};

const PLACE = /\{\{([a-z0-9-]+)\}\}/g;
const MARKS = ["inferred", "unconfirmed"];

/** The text with its figures; throws for a name that no figure has. Marks and tables stay for the reader of Markdown. */
export const withFigures = (text: string): string =>
  text.replaceAll(PLACE, (place, name: string) => {
    if (MARKS.includes(name)) return place;
    const figure = FIGURES[name];
    if (figure === undefined) throw new Error(`No figure is called ${name}`);
    return figure;
  });
