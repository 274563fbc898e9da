import type { Day } from "../day";
import { knownEntryDay } from "../entered-on";
import type { Acceptance, Entry } from "../entry";
import type { RuleSet } from "../law/rule-sets";
import type { LineRefund } from "../refund/refund-of";
import { type Clock, clocksOf } from "./clocks";
import { placeOfClocks, placeOfDecisive, wayOfClocks, wayOfDecisive } from "./decisive-facts";
import { type FactsJudge, type VerdictOnFacts, verdictOnFacts, verdictOnOtherDay } from "./verdict-on-facts";

const REMEMBERED_MAX = 50_000;

/**
 * Remembers as long as its holder lives: most entries of a large file are ordinary, and those with the same type,
 * dates, statuses and flags share one verdict. Any other entry is judged by itself.
 */
export function rememberingJudge(): FactsJudge {
  let [toVerdict, toClocks] = [wayOfDecisive<VerdictOnFacts>(), wayOfClocks<readonly Clock[]>()];
  let worked = 0;
  let [day, law]: [Day | null, RuleSet | null] = [null, null];

  function verdictOn(entry: Entry, money: readonly LineRefund[], asOf: Day, rules: RuleSet): VerdictOnFacts {
    const place = placeOfDecisive(toVerdict, entry, money, asOf);
    if (place === null) return verdictOnFacts(entry, money, asOf, rules);
    const { own, butForDay } = place;
    if (own.value !== null) return own.value;
    worked++;
    const entered = knownEntryDay(entry);
    const judged = butForDay?.value ?? null;
    own.value =
      judged === null || entered === null
        ? verdictOnFacts(entry, money, asOf, rules)
        : verdictOnOtherDay(judged, entered, asOf);
    if (butForDay !== null) butForDay.value = own.value;
    return own.value;
  }

  function clocksOn(entry: Entry, asOf: Day, acceptance: Acceptance | null): readonly Clock[] {
    const place = acceptance === null ? placeOfClocks(toClocks, entry) : null;
    if (place === null) return clocksOf(entry, asOf, acceptance);
    if (place.value !== null) return place.value;
    worked++;
    return (place.value = clocksOf(entry, asOf, null));
  }

  return (entry, money, asOf, rules, acceptance) => {
    // Another day or law makes all of it void; and so many different entries would fill the memory.
    if (asOf !== day || rules !== law || worked >= REMEMBERED_MAX) {
      [toVerdict, toClocks, worked] = [wayOfDecisive(), wayOfClocks(), 0];
      [day, law] = [asOf, rules];
    }
    return {
      verdict: verdictOn(entry, money, asOf, rules),
      clocks: clocksOn(entry, asOf, acceptance),
    };
  };
}
