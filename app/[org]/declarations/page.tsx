import type { Metadata } from "next";

import { DeclarationsTable } from "@/components/declarations/declarations-table";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { declarationsOf } from "@/lib/data/declarations";
import { inOrganization } from "@/lib/data/tenant";

import { toDeclarationRow } from "./declaration-rows";

export const metadata: Metadata = { title: "Declarations" };

type DeclarationsPageProps = {
  readonly params: Promise<{ org: string }>;
};

const DECLARATIONS_SHOWN_MAX = 500;

export default async function DeclarationsPage({ params }: DeclarationsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/declarations`);
  const base = `/${scope.orgSlug}`;
  const declarations = await inOrganization(scope, (t) => declarationsOf(t).list(DECLARATIONS_SHOWN_MAX));
  return (
    <>
      <PageHeader
        title="Declarations"
        note="Each is one CAPE file: one importer, one filer, at most 9,999 entries."
        actions={
          roleMay(scope.role, "declarations:write") ? (
            <LinkButton href={`${base}/declarations/new`}>Build a declaration</LinkButton>
          ) : undefined
        }
      />
      <Panel flush>
        <DeclarationsTable rows={declarations.map((each) => toDeclarationRow(each, base))} />
      </Panel>
    </>
  );
}
