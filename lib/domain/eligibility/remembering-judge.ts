import type { Day } from "../day";
import type { RuleSet } from "../law/rule-sets";
import { type Clock, clocksOf } from "./clocks";
import { placeOfDecisive, wayOfClocks, wayOfDecisive } from "./decisive-facts";
import type { Place } from "./place";
import { type FactsJudge, type VerdictOnFacts, verdictOnFacts } from "./verdict-on-facts";

const REMEMBERED_MAX = 50_000;

/**
 * Remembers as long as its holder lives: most entries of a large file are ordinary, and those with the same type,
 * dates, statuses and flags share one verdict. Any other entry is judged by itself.
 */
export function rememberingJudge(): FactsJudge {
  let [toVerdict, toClocks] = [wayOfDecisive<VerdictOnFacts>(), wayOfClocks<readonly Clock[]>()];
  let worked = 0;
  let [day, law]: [Day | null, RuleSet | null] = [null, null];

  /** @param place - null: not to be remembered */
  function remembered<T>(place: Place<T> | null, work: () => T): T {
    if (place === null) return work();
    if (place.value === null) {
      place.value = work();
      worked++;
    }
    return place.value;
  }

  return (entry, money, asOf, rules, acceptance) => {
    // Another day or law makes all of it void; and so many different entries would fill the memory.
    if (asOf !== day || rules !== law || worked >= REMEMBERED_MAX) {
      [toVerdict, toClocks, worked] = [wayOfDecisive(), wayOfClocks(), 0];
      [day, law] = [asOf, rules];
    }
    return {
      verdict: remembered(placeOfDecisive(toVerdict, entry, money, asOf), () =>
        verdictOnFacts(entry, money, asOf, rules),
      ),
      clocks: remembered(acceptance === null ? toClocks.to(entry.facts) : null, () =>
        clocksOf(entry, asOf, acceptance),
      ),
    };
  };
}
