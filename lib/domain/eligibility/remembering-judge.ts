import type { Day } from "../day";
import type { RuleSet } from "../law/rule-sets";
import { type Clock, clocksOf } from "./clocks";
import { textOfClocks, textOfDecisive } from "./decisive-text";
import { type FactsJudge, type VerdictOnFacts, verdictOnFacts } from "./verdict-on-facts";

const REMEMBERED_MAX = 50_000;

/**
 * Remembers as long as its holder lives: most entries of a large file are ordinary, and those with the same type,
 * dates, statuses and flags share one verdict. Any other entry is judged by itself.
 */
export function rememberingJudge(): FactsJudge {
  const verdicts = new Map<string, VerdictOnFacts>();
  const clocks = new Map<string, readonly Clock[]>();
  let [day, law]: [Day | null, RuleSet | null] = [null, null];
  return (entry, money, asOf, rules, acceptance) => {
    if (asOf !== day || rules !== law) {
      verdicts.clear();
      clocks.clear();
    }
    [day, law] = [asOf, rules];
    const [onFacts, onClocks] = [
      textOfDecisive(entry, money, asOf),
      acceptance === null ? textOfClocks(entry) : null,
    ];
    return {
      verdict: remembered(verdicts, onFacts, () => verdictOnFacts(entry, money, asOf, rules)),
      clocks: remembered(clocks, onClocks, () => clocksOf(entry, asOf, acceptance)),
    };
  };
}

/** @param key - null: not to be remembered */
function remembered<T>(known: Map<string, T>, key: string | null, work: () => T): T {
  if (key === null) return work();
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = work();
  if (known.size < REMEMBERED_MAX) known.set(key, value);
  return value;
}
