import { knownEntryDay } from "../entered-on";
import type { Entry } from "../entry";
import { rulesOn } from "../law/rule-sets";
import { type Column1Rates, Column1Lessons } from "../refund/column1-rates";
import { RatesToCome } from "../refund/rates-to-come";
import { linesOf } from "../refund/entry-line";
import { rememberingRoles, type RoleReader } from "../refund/tariff-role";
import { asSettled } from "../settlements/as-settled";
import { rememberingJudge } from "./remembering-judge";
import {
  interestTableOf,
  type Screening,
  type ScreeningContext,
  screenEntry,
  screenLines,
} from "./screen-entry";

/** `column1`: the ordinary rates, where a survey of the file has learnt them. */
type StreamContext = Omit<ScreeningContext, "column1"> & { readonly column1?: Column1Rates | null };

/**
 * Screens entries as they come, as if all had been there at once. Where the ordinary rates are known ahead, each is
 * handed on at once; otherwise the stream learns them, and an entry for which one is asked waits for the last entry,
 * because any line may teach a rate or make it doubtful.
 */
export class ScreeningStream {
  readonly #context: ScreeningContext;
  readonly #take: (entry: Entry, screening: Screening) => void;
  readonly #roles: RoleReader;
  readonly #ratesAreKnown: boolean;
  readonly #ratesToCome = new RatesToCome();
  readonly #lessons = new Column1Lessons();
  readonly #waiting: Entry[] = [];

  constructor(
    { column1 = null, ...base }: StreamContext,
    take: (entry: Entry, screening: Screening) => void,
  ) {
    const { rules = rulesOn(base.asOf), roles = rememberingRoles() } = base;
    const shared = { rules, roles, interestTable: interestTableOf(rules), judge: rememberingJudge() };
    this.#context = { ...shared, ...base, column1: column1 ?? this.#ratesToCome };
    this.#ratesAreKnown = column1 !== null;
    this.#roles = roles;
    this.#take = take;
  }

  add(shown: Entry): void {
    const entry = asSettled(shown);
    const lines = linesOf(entry, knownEntryDay(entry), this.#roles);
    if (!this.#ratesAreKnown) this.#lessons.learnFrom(lines);
    // A 15 % line nearly always asks for a rate, so that its entry waits without being screened twice.
    const mustWait = !this.#ratesAreKnown && lines.some((line) => line.hasOrdinaryDutyInside);
    const screening = mustWait ? null : screenLines(entry, lines, this.#context);
    if (screening === null || this.#ratesToCome.takeAsked()) this.#waiting.push(shown);
    else this.#take(shown, screening);
  }

  /**
   * Screens the entries that waited; the stream is not to be used afterwards.
   * @param joinRates - adds rates from elsewhere to what the lines of the file teach; not asked where they are known
   */
  finish(joinRates: (learnt: Column1Rates) => Column1Rates = (learnt) => learnt): void {
    if (this.#ratesAreKnown) return;
    const context = { ...this.#context, column1: joinRates(this.#lessons.rates()) };
    for (const entry of this.#waiting) this.#take(entry, screenEntry(entry, context));
    this.#waiting.length = 0;
  }
}
