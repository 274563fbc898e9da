import type { Metadata } from "next";

import { RuleMoves } from "@/components/rules/rule-moves";
import { RuleChanges } from "@/components/rules/rule-release";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { ruleMoves } from "@/lib/data/rule-effects";
import { inOrganization } from "@/lib/data/tenant";
import { RULE_RELEASES } from "@/lib/domain";

import { toMove, toRelease } from "./release-rows";

export const metadata: Metadata = { title: "Rules" };

type RulesPageProps = {
  readonly params: Promise<{ org: string }>;
};

export default async function RulesPage({ params }: RulesPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/rules`);
  const base = `/${scope.orgSlug}`;
  const moves = await inOrganization(scope, ruleMoves);

  return (
    <>
      <PageHeader
        title="Rules"
        note="What CBP changed, and what each change did to your entries. Every entry is screened again when a rule begins, and what moved is kept here."
        actions={
          <LinkButton href="/library/rules" variant="secondary">
            All rules in force
          </LinkButton>
        }
      />
      {moves.length > 0 ? null : (
        <Panel flush>
          <EmptyState title="No rule change has moved an entry of yours since you began." />
        </Panel>
      )}
      {RULE_RELEASES.toReversed().map((release) => (
        <Panel key={release.version} id={`rules-${release.version}`} title={release.title}>
          <div className="space-y-4">
            <RuleChanges release={toRelease(release)} />
            {moves.length === 0 ? null : (
              <div className="border-t border-line pt-3">
                <RuleMoves
                  moves={moves
                    .filter(({ rulesVersion }) => rulesVersion === release.version)
                    .map((move) => toMove(move, base))}
                />
              </div>
            )}
          </div>
        </Panel>
      ))}
    </>
  );
}
