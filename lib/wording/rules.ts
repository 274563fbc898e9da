import type {
  CapeMessageLevel,
  CapeTreatment,
  CheckRuleKind,
  RuleChangeKind,
  RuleContent,
  RuleEntry,
  RuleSubject,
} from "@/lib/domain";

import { CLOCK_WORDS } from "./clocks";
import { countOf, formatBytes, formatCount } from "./count";
import { formatDay } from "./day";
import { listOf } from "./facts";
import type { LaneTone } from "./lanes";
import { formatUsd } from "./money";

type Content<S extends RuleSubject> = Extract<RuleContent, { readonly subject: S }>;

/** What a change of the rules did, in one sentence; its day and its law stand beside it. */
export const RULE_CHANGE_WORDS = {
  "cape-opened":
    "CAPE takes unliquidated entries and entries last liquidated at most 80 days ago, without those flagged for reconciliation.",
  "reconciliation-accepted":
    "Entries of types 01, 02 and 06 flagged for reconciliation are taken while no type 09 is on file.",
  "number-test-narrowed":
    "HTS RELATIONSHIP/SEQUENCE MISMATCH is retired; INVALID HTS and HTS RELATIONSHIP MISMATCH take its place.",
  "value-test-removed": "A value on the Chapter 99 number no longer rejects an entry.",
  "warehouse-types-refused":
    "Warehouse entries (types 21 and 22) are no longer taken; their withdrawals (31, 32, 34, 38) are.",
  "phase-3-announced":
    "Finally liquidated entries, for importers with their own court case listed in time, are announced. That it began is not confirmed, and it changes no lane.",
} as const satisfies Record<RuleChangeKind, string>;

/** The heading above the rules of one subject, in the order of the index. */
export const RULE_SUBJECT_NAMES = {
  check: "What CAPE looks at",
  "entry-type": "Entry types",
  reconciliation: "Entries flagged for reconciliation",
  "number-test": "Tariff numbers outside their period",
  "number-test-exceptions": "Numbers the test of periods does not fit",
  "phase-3": "Phase 3, finally liquidated entries",
  clock: "Clocks",
  "deemed-liquidation": "Liquidation by operation of law",
  holidays: "Legal holidays",
  "declaration-limits": "The declaration file",
  "readiness-point": "Before a declaration is downloaded",
  "cape-message": "CBP's messages",
  deposit: "When duty is deposited, and when a refund is late",
  "interest-rate": "Interest on overpaid duty, by quarter",
  "corporate-cut": "The lower rate above a threshold",
  "ieepa-window": "The IEEPA window",
  "number-sequence": "Order of the tariff numbers on a line",
  "reciprocal-number": "Reciprocal number on every line",
  "in-transit-baseline": "Goods in transit",
  "metals-of-canada-and-mexico": "Metals of Canada and Mexico",
  "chapter-99": "Chapter 99, by program",
} as const satisfies Record<RuleSubject, string>;

const CHECK_RULE_NAMES = {
  "accepted-claim": "Accepted claim",
  "dutiable-number": "Dutiable IEEPA number",
  "adcvd-pending-liquidation": "AD/CVD pending liquidation",
  "drawback-claim": "Drawback claim",
  "surety-paid": "Duty paid by the surety",
  "open-protest": "Open protest",
  "decided-protest": "Decided protest",
  "summary-accepted": "Accepted summary",
  "statement-paid": "Paid statement",
  "held-liquidation": "Suspended, extended or under review",
  "check-digit": "Check digit",
  "filing-rules": "Entry summary",
} as const satisfies Record<CheckRuleKind, string>;

const CHECK_RULE_WORDS = {
  "accepted-claim": "An entry on an accepted declaration cannot be filed again, amended or withdrawn.",
  "dutiable-number":
    "An entry needs an IEEPA number on which duty was paid; an exemption number is not enough.",
  "adcvd-pending-liquidation":
    "AD/CVD entries are taken while suspended, and no longer once they await liquidation on Commerce's instruction.",
  "drawback-claim": "An entry on a drawback claim is refused.",
  "surety-paid": "An entry whose duty the surety paid waits for a later phase.",
  "open-protest": "An entry under an open or suspended protest is refused.",
  "decided-protest": "A decided protest does not block; its denial can be taken to court for 180 days.",
  "summary-accepted": "The entry summary must be accepted.",
  "statement-paid": "The statement that pays the duty must be paid.",
  "held-liquidation":
    "Suspended, extended and reviewed entries are taken; the refund follows at liquidation.",
  "check-digit":
    "The last digit of an entry number must fit the others. That CAPE tests it is not published.",
  "filing-rules": "The summary names every tariff number with its own duty.",
} as const satisfies Record<CheckRuleKind, string>;

export const TREATMENT_WORDS = {
  accepted: "Taken.",
  "accepted-while-suspended": "Taken while suspended; refused once it awaits liquidation.",
  withdrawal: "Taken; the refund follows when the warehouse entry is liquidated.",
  excluded: "Refused.",
  unconfirmed: "CBP published no rule; the other tests decide.",
} as const satisfies Record<CapeTreatment, string>;

/** The same in a word, for a badge. */
export const TREATMENT_NAMES = {
  accepted: { answer: "Taken", tone: "ready" },
  "accepted-while-suspended": { answer: "Taken while suspended", tone: "ready" },
  withdrawal: { answer: "Taken, paid later", tone: "ready" },
  excluded: { answer: "Refused", tone: "blocked" },
  unconfirmed: { answer: "No rule known", tone: "caution" },
} as const satisfies Record<CapeTreatment, { readonly answer: string; readonly tone: LaneTone }>;

const MESSAGE_LEVEL_WORDS = {
  file: "Rejects the whole file.",
  entry: "Drops the entry; the rest goes on.",
  system: "Comes from ACE around CAPE.",
} as const satisfies Record<CapeMessageLevel, string>;

type DepositRule = Content<"deposit">["rule"];

const SEQUENCE_WORDS = {
  "chapter-98": "Chapter 98",
  "section-301": "Section 301",
  "ieepa-fentanyl": "IEEPA fentanyl",
  "ieepa-reciprocal": "IEEPA reciprocal",
  "ieepa-other": "other IEEPA",
  "section-232-or-201": "Section 232 or 201",
  commodity: "the commodity number",
} as const satisfies Record<Content<"number-sequence">["blocks"][number][number], string>;

const DEPOSIT_NAMES = {
  singleEntry: "Single entry or daily statement",
  monthlyStatement: "Periodic monthly statement",
  lateRefund: "Late refund",
} as const satisfies Record<DepositRule, string>;

const DEPOSIT_WORDS = {
  singleEntry: (days: string) => `Estimated duty is due ${days} working days after entry.`,
  monthlyStatement: (days: string) =>
    `By monthly statement it is due on working day ${days} of the month after entry.`,
  lateRefund: (days: string) =>
    `A refund unpaid ${days} days after (re)liquidation bears interest by periods of ${days} days.`,
} as const satisfies Record<DepositRule, (days: string) => string>;

/** What one rule says: which it is, and its sentence. Its days, its law and its confidence stand beside it. */
export type RuleWords = { readonly title: string; readonly rule: string };

type RuleTable = { readonly [S in RuleSubject]: (content: Content<S>) => RuleWords };

const RULE_WORDS: RuleTable = {
  check: ({ rule }) => ({ title: CHECK_RULE_NAMES[rule], rule: CHECK_RULE_WORDS[rule] }),
  "entry-type": ({ type, name, treatment }) => ({
    title: type === null ? name : `${type} ${name}`,
    rule: TREATMENT_WORDS[treatment],
  }),
  reconciliation: ({ acceptedTypes }) => ({
    title: "Flagged for reconciliation",
    rule:
      acceptedTypes.length === 0
        ? "Refused, whatever the entry type."
        : `Types ${listOf(acceptedTypes)} are taken while no type 09 is on file.`,
  }),
  "number-test": ({ message }) => ({
    title: message,
    rule: "An IEEPA number that is not in the tariff on the day of entry rejects the entry.",
  }),
  "number-test-exceptions": ({ codes, entryTypes }) => ({
    title: `${listOf(codes)}, and type ${listOf(entryTypes)}`,
    rule: "Goods in transit at a change of rate, and goods of a zone, rightly keep the number of an earlier day.",
  }),
  "phase-3": ({ announcedFor, listedBy }) => ({
    title: "Phase 3",
    rule: `Announced for ${formatDay(announcedFor)}, for importers with their own case whose number was listed by ${formatDay(listedBy)}.`,
  }),
  clock: ({ clock }) => ({ title: CLOCK_WORDS[clock].name, rule: CLOCK_WORDS[clock].rule }),
  "deemed-liquidation": ({ years }) => ({
    title: "Deemed liquidated",
    rule: `An entry neither extended nor suspended is deemed liquidated ${countOf(years, "year", "years")} after entry.`,
  }),
  holidays: ({ year, days }) => ({
    title: year,
    rule: `${countOf(days.length, "federal holiday", "federal holidays")} observed: ${days.map((on) => on.slice(5)).join(", ")}.`,
  }),
  "declaration-limits": ({ entriesMax, bytesBelow }) => ({
    title: "File limits",
    rule: `At most ${formatCount(entriesMax)} entry numbers, and less than ${formatBytes(bytesBelow)}.`,
  }),
  "readiness-point": ({ point, title, blocking }) => ({
    title: `Point ${String(point)}`,
    rule: `${title}. ${blocking ? "Without it there is no download." : "A warning, no obstacle."}`,
  }),
  "cape-message": ({ level, message }) => ({ title: message, rule: MESSAGE_LEVEL_WORDS[level] }),
  deposit: ({ rule, days }) => ({ title: DEPOSIT_NAMES[rule], rule: DEPOSIT_WORDS[rule](String(days)) }),
  "interest-rate": ({ quarter, corporationPercent, otherPercent }) => ({
    title: quarter.replace("-", " "),
    rule: `${corporationPercent} % for corporations, ${otherPercent} % for other importers.`,
  }),
  "corporate-cut": ({ aboveUsd, cutPercentPoints }) => ({
    title: `Corporations, above ${formatUsd(aboveUsd)}`,
    rule: `${cutPercentPoints} points less, if it applied to duty. CBP's notices show no such rate, so it is off.`,
  }),
  "ieepa-window": () => ({
    title: "IEEPA window",
    rule: "IEEPA duty was collected on goods entered on these days.",
  }),
  "number-sequence": ({ blocks }) => ({
    title: "Top down",
    rule: `${blocks.map((block) => block.map((part) => SEQUENCE_WORDS[part]).join(" or ")).join(", ")}.`,
  }),
  "reciprocal-number": () => ({
    title: "Reciprocal number",
    rule: "Every line needs one, with duty or as an exemption.",
  }),
  "in-transit-baseline": ({ code }) => ({
    title: code,
    rule: "Goods loaded before a higher rate began may keep the baseline number until the last of these days.",
  }),
  "metals-of-canada-and-mexico": ({ chapters }) => ({
    title: `HTS chapters ${listOf(chapters)}`,
    rule: "IEEPA duty was paid instead of Section 232 duty. Whether CBP claims that afterwards is open.",
  }),
  "chapter-99": ({ name, codes }) => ({ title: name, rule: `${countOf(codes, "number", "numbers")}.` }),
};

/** A rule in words. */
export const describeRule = (content: RuleContent): RuleWords =>
  // The table has a function for exactly this subject; TypeScript cannot follow the pair.
  (RULE_WORDS[content.subject] as (content: RuleContent) => RuleWords)(content);

/** Which days the dates of a rule are. */
const RULE_DAYS_WORDS = {
  filing: "days of filing",
  entry: "days of entry",
  interest: "days that bear interest",
  calendar: "calendar days",
} as const satisfies Record<RuleEntry["daysOf"], string>;

/** `2026-04-20 to 2026-07-06, days of filing`. */
export function describeRuleDays({ from, until, daysOf }: RuleEntry): string {
  const days = RULE_DAYS_WORDS[daysOf];
  if (from === null) return until === null ? `first day not read, ${days}` : `until ${until}, ${days}`;
  return until === null ? `since ${from}, ${days}` : `${from} to ${until}, ${days}`;
}

/** How sure the rule itself is. */
export const RULE_CONFIDENCE_WORDS = {
  proven: { name: "Proven", meaning: "Read at its source." },
  inferred: { name: "Inferred", meaning: "It follows from other rules." },
  relayed: { name: "Relayed", meaning: "CBP's text, as others quote it." },
  reported: { name: "Reported", meaning: "Brokers and guides report it." },
  unconfirmed: { name: "Unconfirmed", meaning: "No source could be confirmed." },
} as const satisfies Record<RuleEntry["confidence"], { readonly name: string; readonly meaning: string }>;
