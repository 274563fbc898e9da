import type { Metadata } from "next";

import { toRelease } from "@/app/[org]/rules/release-rows";
import { ReferencePage } from "@/components/reference/reference-page";
import { RuleChangelog, RuleContents, RuleSubjectSection } from "@/components/rules/rules-library";
import { today } from "@/lib/clock";
import { RULE_RELEASES, ruleIndex, RULES } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";

import { toSubjects } from "./library-rows";

export const metadata: Metadata = {
  title: "Rules",
  description: "Every rule CapeDesk applies to IEEPA refunds, with its days, its law and how sure it is.",
  alternates: { canonical: "/library/rules" },
};

export default function RulesLibraryPage() {
  const rules = ruleIndex();
  const subjects = toSubjects(rules);
  return (
    <ReferencePage
      title="The rules"
      lead={`${countOf(rules.length, "rule", "rules")}, each with the days on which it holds, where it can be read, and how sure it is. Where a rule is not in CBP's own words, it says so.`}
      dated={`Rules ${RULES.version}, as read on ${today()}.`}
    >
      <RuleContents subjects={subjects} />
      <RuleChangelog releases={RULE_RELEASES.toReversed().map(toRelease)} />
      {subjects.map((subject) => (
        <RuleSubjectSection key={subject.id} subject={subject} />
      ))}
    </ReferencePage>
  );
}
