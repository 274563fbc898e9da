import type { RuleSubjectText } from "@/components/rules/rules-library";
import type { RuleEntry, RuleSubject } from "@/lib/domain";
import { describeRule, RULE_DAYS_WORDS, RULE_SUBJECT_NAMES } from "@/lib/wording/rules";

/** Every rule in words, by subject, in the order of the index. */
export function toSubjects(rules: readonly RuleEntry[]): readonly RuleSubjectText[] {
  const subjects = Object.keys(RULE_SUBJECT_NAMES) as RuleSubject[];
  return subjects.flatMap((subject) => {
    const own = rules.filter(({ content }) => content.subject === subject);
    return own.length === 0
      ? []
      : [{ id: subject, name: RULE_SUBJECT_NAMES[subject], rules: own.map(toRule) }];
  });
}

const toRule = (entry: RuleEntry, index: number): RuleSubjectText["rules"][number] => ({
  id: `${entry.content.subject} ${String(index)}`,
  ...describeRule(entry.content),
  dates: datesOf(entry),
  publishedOn: entry.publishedOn,
  law: entry.source,
  confidence: entry.confidence,
});

function datesOf({ from, until, daysOf }: RuleEntry): string {
  const days = RULE_DAYS_WORDS[daysOf];
  if (from === null) return until === null ? `first day not read, ${days}` : `until ${until}, ${days}`;
  return until === null ? `since ${from}, ${days}` : `${from} to ${until}, ${days}`;
}
