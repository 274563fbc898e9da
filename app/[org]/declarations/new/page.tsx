import type { Metadata } from "next";

import { DeclarationBuilder } from "@/components/declarations/declaration-builder";
import { FilingRightForm } from "@/components/declarations/filing-right-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember, requirePermission } from "@/lib/auth/require-member";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { proposeDeclarations } from "@/lib/usecases/propose-declarations";

import type { SearchParams } from "../../../search-params";
import { filingQuestion } from "../../filing-right-rows";
import { setFilingRightAction } from "../../settings/actions";
import { createDeclarationsAction } from "../actions";
import { readChoice } from "./builder-choice";
import { toBuilderProps } from "./builder-rows";

export const metadata: Metadata = { title: "Build a declaration" };

type NewDeclarationPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<SearchParams>;
};

export default async function NewDeclarationPage({ params, searchParams }: NewDeclarationPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/declarations/new`);
  requirePermission(scope, "declarations:write");
  const asked = await searchParams;
  const base = `/${scope.orgSlug}`;
  const { props, question, isAnswered } = await inOrganization(scope, async (t) => {
    const importers = await importersOf(t).list();
    const choice = readChoice(asked, importers);
    const proposal = await proposeDeclarations(t, choice);
    return {
      props: toBuilderProps({ importers, choice, proposal, base, names: await memberNames(t) }),
      question: await filingQuestion(t),
      isAnswered: proposal.filing.right !== null,
    };
  });
  return (
    <>
      <PageHeader
        title="Build a declaration"
        crumbs={[{ href: `${base}/declarations`, label: "Declarations" }]}
      />
      {isAnswered ? null : (
        <Panel title="Whose entries may this organization declare?">
          {roleMay(scope.role, "settings:write") ? (
            <FilingRightForm action={setFilingRightAction} hidden={{ org: scope.orgSlug }} {...question} />
          ) : (
            <Notice tone="caution" title="Nobody has said it yet">
              An owner answers this in the settings. Until then nothing is left out for it, and readiness
              point 1 has to be attested for each declaration.
            </Notice>
          )}
        </Panel>
      )}
      <DeclarationBuilder
        {...props}
        path={`${base}/declarations/new`}
        action={createDeclarationsAction}
        hidden={{ org: scope.orgSlug, ...props.hidden }}
      />
    </>
  );
}
