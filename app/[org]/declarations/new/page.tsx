import type { Metadata } from "next";

import { DeclarationBuilder } from "@/components/declarations/declaration-builder";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember, requirePermission } from "@/lib/auth/require-member";
import { importersOf } from "@/lib/data/importers";
import { inOrganization } from "@/lib/data/tenant";
import { CAPE_LANES } from "@/lib/domain";
import { proposeDeclarations } from "@/lib/usecases/create-declarations";

import type { SearchParams } from "../../entries/entry-query";
import { createDeclarationsAction } from "../actions";
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
  const chosen = await searchParams;
  const path = `/${scope.orgSlug}/declarations/new`;
  const props = await inOrganization(scope, async (t) => {
    const importers = await importersOf(t).list();
    const importerNumber =
      importers.find(({ number }) => number === chosen.importer)?.number ?? importers[0]?.number;
    const asked = [chosen.lane ?? []].flat();
    const lanes = CAPE_LANES.filter((lane) => chosen.importer === undefined || asked.includes(lane));
    const choice = { importerNumber: importerNumber ?? "", lanes };
    const all = await proposeDeclarations(t, { ...choice, lanes: CAPE_LANES });
    const proposal = await proposeDeclarations(t, choice);
    return toBuilderProps({ importers, choice, all, proposal, base: `/${scope.orgSlug}` });
  });
  return (
    <>
      <PageHeader
        title="Build a declaration"
        crumbs={[{ href: `/${scope.orgSlug}/declarations`, label: "Declarations" }]}
      />
      <DeclarationBuilder
        {...props}
        path={path}
        action={createDeclarationsAction}
        hidden={{ org: scope.orgSlug, importer: props.importer, lanes: props.chosenLanes }}
      />
    </>
  );
}
