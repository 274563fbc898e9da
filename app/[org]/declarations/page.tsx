import type { Metadata } from "next";

import { DeclarationsTable } from "@/components/declarations/declarations-table";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { declarationsOf } from "@/lib/data/declarations";
import { inOrganization } from "@/lib/data/tenant";
import { countOf } from "@/lib/wording/count";

import { toDeclarationRow } from "./declaration-rows";

export const metadata: Metadata = { title: "Declarations" };

type DeclarationsPageProps = {
  readonly params: Promise<{ org: string }>;
  readonly searchParams: Promise<{ built?: string | string[] }>;
};

const DECLARATIONS_SHOWN_MAX = 500;

export default async function DeclarationsPage({ params, searchParams }: DeclarationsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/declarations`);
  const base = `/${scope.orgSlug}`;
  const built = [(await searchParams).built ?? []].flat();
  const declarations = await inOrganization(scope, (t) => declarationsOf(t).list(DECLARATIONS_SHOWN_MAX));
  return (
    <>
      <PageHeader
        title="Declarations"
        note="Each is one CAPE file of at most 9,999 entries."
        actions={
          <>
            <LinkButton href={`${base}/declarations/check`} variant="secondary">
              Check a file
            </LinkButton>
            {roleMay(scope.role, "declarations:write") ? (
              <LinkButton href={`${base}/declarations/new`}>Build a declaration</LinkButton>
            ) : null}
          </>
        }
      />
      {built.length === 0 ? null : (
        <Notice tone="ready" title={`${countOf(built.length, "draft", "drafts")} built`}>
          <p>
            Open each, answer its readiness points and make its file. Then tick them here and download all of
            them as one ZIP.
          </p>
        </Notice>
      )}
      <Panel flush>
        <DeclarationsTable
          rows={declarations.map((each) => toDeclarationRow(each, base, built))}
          zipHref={
            roleMay(scope.role, "declarations:download") ? `/api/${scope.orgSlug}/declarations/files` : null
          }
        />
      </Panel>
    </>
  );
}
