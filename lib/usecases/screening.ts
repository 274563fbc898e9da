import "server-only";

import { setImmediate as nextTurn } from "node:timers/promises";

import { holdBooks, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { column1RatesOf } from "@/lib/data/column1-observations";
import { importerTermsOf } from "@/lib/data/importers";
import { writeRuleEffects, type EffectOnEntry } from "@/lib/data/rule-effects";
import {
  lastScreenings,
  writeScreenings,
  type LastScreening,
  type ScreenedEntry,
  type ScreenedUnder,
} from "@/lib/data/screenings-write";
import { VerdictParts } from "@/lib/data/verdict-parts";
import {
  asSettled,
  createInterestTable,
  knownValue,
  lawChangesBetween,
  rememberingJudge,
  rememberingRoles,
  RULE_RELEASES,
  ruleEffectsOn,
  rulesOn,
  screenEntry,
  TERMS_UNTIL_SAID,
  type Acceptance,
  type Column1Rates,
  type Day,
  type Entry,
  type EntryNumber,
  type ImporterTerms,
  type Lane,
  type LawStep,
  type RuleSet,
  type Screening,
  type ScreeningContext,
  type Usd,
} from "@/lib/domain";

import { acceptances } from "./claim-book";

/** What the screening of one organization on one day shares between its entries. */
export type ScreeningBase = {
  readonly asOf: Day;
  readonly rules: RuleSet;
  readonly column1: Column1Rates;
  readonly importerTerms: ReadonlyMap<string, ImporterTerms>;
  readonly acceptances: ReadonlyMap<EntryNumber, Acceptance>;
  /** What its verdicts share in the books. */
  readonly parts: VerdictParts;
} & Required<Pick<ScreeningContext, "interestTable" | "roles" | "judge">>;

/**
 * Reads what a screening rests on, in the transaction that will hold its verdicts. Ask for it before the entries are
 * loaded: from here on nobody else changes them.
 */
export async function screeningBase(t: BulkTenant, asOf: Day): Promise<ScreeningBase> {
  const query = queryOn(t);
  await holdBooks(query, t.orgId);
  return {
    asOf,
    rules: rulesOn(asOf),
    column1: await column1RatesOf(query, t.orgId),
    importerTerms: await importerTermsOf(query, t.orgId),
    acceptances: await acceptances(t),
    parts: new VerdictParts(),
    interestTable: createInterestTable(),
    roles: rememberingRoles(),
    judge: rememberingJudge(),
  };
}

/** What the importer of record says of its interest. */
export const termsOf = (entry: Entry, terms: ReadonlyMap<string, ImporterTerms>): ImporterTerms =>
  terms.get(knownValue(asSettled(entry).facts.importerNumber) ?? "") ?? TERMS_UNTIL_SAID;

/** What the rules ask for beside the entry itself: entries without an accepted claim share it, importer by importer. */
function contextsUnder({ importerTerms, acceptances, parts: _parts, ...shared }: ScreeningBase) {
  const byTerms = new Map<ImporterTerms, ScreeningContext>();
  return (entry: Entry): ScreeningContext => {
    const terms = termsOf(entry, importerTerms);
    const context = byTerms.get(terms) ?? { ...shared, acceptance: null, ...terms };
    byTerms.set(terms, context);
    const acceptance = acceptances.get(entry.number);
    return acceptance === undefined ? context : { ...context, acceptance };
  };
}

/** Screens entry after entry under one base. */
export function screeningUnder(base: ScreeningBase): (entry: Entry) => Screening {
  const contextOf = contextsUnder(base);
  return (entry) => screenEntry(entry, contextOf(entry));
}

/** An entry's verdict before and after a screening; a refundable of null is a range, a `before` of null the first one. */
export type VerdictMove = {
  readonly number: EntryNumber;
  readonly before: { readonly lane: Lane; readonly refundable: Usd | null } | null;
  readonly after: { readonly lane: Lane; readonly refundable: Usd | null };
};

/**
 * Screens entries and stores the verdicts, with what changes of the law since their last screening did to each: the
 * one way in which a verdict replaces another one, so that no change of the rules passes unnoticed. The first verdict of
 * an entry may be written with the entry itself.
 */
export async function storeScreenings(
  t: BulkTenant,
  entries: readonly Entry[],
  base: ScreeningBase,
): Promise<readonly VerdictMove[]> {
  const verdicts = await screenBeside(t, entries, base);
  await storeVerdicts(t, verdicts, base);
  return movesIn(verdicts);
}

/** Verdicts that were worked out and are not stored yet. */
export type Verdicts = {
  readonly screened: readonly ScreenedEntry[];
  readonly effects: readonly EffectOnEntry[];
  readonly before: ReadonlyMap<EntryNumber, LastScreening>;
};

/** Few enough that what waits for the database is served again and again while verdicts are worked out. */
const ENTRIES_PER_TURN = 20;

/**
 * Works verdicts out, in the turns that other work leaves.
 * @param storeOthers - stores other entries meanwhile: the database works on these while the rules do on those
 */
export async function screenBeside(
  t: BulkTenant,
  entries: readonly Entry[],
  base: ScreeningBase,
  storeOthers: () => Promise<void> = () => Promise.resolve(),
): Promise<Verdicts> {
  const numbers = entries.map(({ number }) => number);
  const before = await lastScreenings(t, numbers);
  const [verdicts, stored] = await Promise.allSettled([screenInTurns(entries, base, before), storeOthers()]);
  // Both have ended, so that nothing is still written when the transaction is taken back.
  if (stored.status === "rejected") throw stored.reason;
  if (verdicts.status === "rejected") throw verdicts.reason;
  return verdicts.value;
}

async function screenInTurns(
  entries: readonly Entry[],
  base: ScreeningBase,
  before: Verdicts["before"],
): Promise<Verdicts> {
  const stepsSince = lawStepsTo({ version: base.rules.version, on: base.asOf });
  const contextOf = contextsUnder(base);
  const screened: ScreenedEntry[] = [];
  const effects: EffectOnEntry[] = [];
  for (const entry of entries) {
    if (screened.length % ENTRIES_PER_TURN === 0) await nextTurn();
    const { number } = entry;
    const context = contextOf(entry);
    screened.push({ number, screening: screenEntry(entry, context) });
    const last = before.get(number);
    const steps = last === undefined ? [] : stepsSince(last);
    if (steps.length === 0) continue;
    for (const effect of ruleEffectsOn(entry, context, steps)) effects.push({ number, effect });
  }
  return { screened, effects, before };
}

/** The entries themselves must be stored by now. */
export async function storeVerdicts(
  t: BulkTenant,
  { screened, effects, before }: Verdicts,
  { asOf, parts }: ScreeningBase,
): Promise<void> {
  await writeScreenings(t, screened, parts, before.size === 0);
  await writeRuleEffects(t, effects, asOf);
}

export const movesIn = ({ screened, before }: Verdicts): readonly VerdictMove[] =>
  screened.map(({ number, screening }) => moveTo(number, before.get(number) ?? null, screening));

export const moveTo = (
  number: EntryNumber,
  before: VerdictMove["before"],
  { lane, refund }: Screening,
): VerdictMove => ({ number, before, after: { lane, refundable: refund.certain } });

/** Entries are screened together, so most of them rest on one and the same earlier law. */
function lawStepsTo(now: ScreenedUnder): (before: ScreenedUnder) => readonly LawStep[] {
  const known = new Map<string, readonly LawStep[]>();
  return (before) => {
    const key = `${before.version} ${before.on}`;
    // A version this program does not have is of a newer one: what changed since cannot be told, and nothing is.
    const isKnown = RULE_RELEASES.some(({ version }) => version === before.version);
    const steps = known.get(key) ?? (isKnown ? lawChangesBetween(before, now) : []);
    known.set(key, steps);
    return steps;
  };
}
