import type { RuleSubjectText } from "@/components/rules/rules-library";
import type { RuleEntry, RuleSubject } from "@/lib/domain";
import { describeRule, describeRuleDays, RULE_SUBJECT_NAMES } from "@/lib/wording/rules";

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
  dates: describeRuleDays(entry),
  publishedOn: entry.publishedOn,
  law: entry.source,
  confidence: entry.confidence,
});
