import { knownEntryDay } from "../entered-on";
import type { Entry } from "../entry";
import { rulesOn } from "../law/rule-sets";
import { type Column1Rates, Column1Lessons } from "../refund/column1-rates";
import { RatesToCome } from "../refund/rates-to-come";
import { type EntryLine, linesOf } from "../refund/entry-line";
import { holdsOrdinaryDuty, rememberingRoles, type RoleReader } from "../refund/tariff-role";
import { asSettled } from "../settlements/as-settled";
import { rememberingJudge } from "./remembering-judge";
import {
  interestTableOf,
  type Screening,
  type ScreeningContext,
  screenEntry,
  screenLines,
} from "./screen-entry";

/**
 * Screens entries as they come, as if all had been there at once: an entry for which an ordinary rate is asked waits
 * for the last one, because any line may teach a rate or make it doubtful. The others are handed on at once.
 */
export class ScreeningStream {
  readonly #withoutRates: ScreeningContext;
  readonly #take: (entry: Entry, screening: Screening) => void;
  readonly #roles: RoleReader;
  readonly #ratesToCome = new RatesToCome();
  readonly #lessons = new Column1Lessons();
  readonly #waiting: Entry[] = [];

  constructor(base: Omit<ScreeningContext, "column1">, take: (entry: Entry, screening: Screening) => void) {
    const { rules = rulesOn(base.asOf), roles = rememberingRoles() } = base;
    const shared = { rules, roles, interestTable: interestTableOf(rules), judge: rememberingJudge() };
    this.#withoutRates = { ...shared, ...base, column1: this.#ratesToCome };
    this.#roles = roles;
    this.#take = take;
  }

  add(shown: Entry): void {
    const entry = asSettled(shown);
    const lines = linesOf(entry, knownEntryDay(entry), this.#roles);
    this.#lessons.learnFrom(lines);
    const screening = hasOrdinaryDutyInside(lines) ? null : screenLines(entry, lines, this.#withoutRates);
    if (screening === null || this.#ratesToCome.takeAsked()) this.#waiting.push(shown);
    else this.#take(shown, screening);
  }

  /**
   * Screens the entries that waited; the stream is not to be used afterwards.
   * @param joinRates - adds rates from elsewhere to what the lines of the file teach
   */
  finish(joinRates: (learnt: Column1Rates) => Column1Rates = (learnt) => learnt): void {
    const column1 = joinRates(this.#lessons.rates());
    const context = { ...this.#withoutRates, column1 };
    for (const entry of this.#waiting) this.#take(entry, screenEntry(entry, context));
    this.#waiting.length = 0;
  }
}

/** A 15 % line nearly always asks for a rate, so that its entry waits without being screened twice. */
const hasOrdinaryDutyInside = (lines: readonly EntryLine[]): boolean =>
  lines.some(({ rows }) => rows.some(({ role }) => holdsOrdinaryDuty(role)));
