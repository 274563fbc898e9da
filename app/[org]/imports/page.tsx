import type { Metadata } from "next";

import { ImportsTable } from "@/components/imports/imports-table";
import { TemplateLink } from "@/components/imports/template-link";
import { UploadDropZone } from "@/components/imports/upload-drop-zone";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";

import { toImportRow } from "./import-rows";

export const metadata: Metadata = { title: "Imports" };

type ImportsPageProps = {
  readonly params: Promise<{ org: string }>;
};

const IMPORTS_SHOWN_MAX = 200;

export default async function ImportsPage({ params }: ImportsPageProps) {
  const { org } = await params;
  const scope = await requireMember(org, `/${org}/imports`);
  const { imports, names } = await inOrganization(scope, async (t) => ({
    imports: await importsOf(t).list(IMPORTS_SHOWN_MAX),
    names: await memberNames(t),
  }));
  return (
    <>
      <PageHeader
        title="Imports"
        note="Drop the reports you have. CapeDesk says what each file is, accounts for every row, and changes nothing in the file."
        actions={<LinkButton href={`/${scope.orgSlug}/imports/coverage`}>Coverage</LinkButton>}
      />
      {roleMay(scope.role, "imports:write") ? (
        <div className="space-y-2">
          <UploadDropZone
            uploadUrl={`/api/${scope.orgSlug}/uploads`}
            accept=".csv,.tsv,.txt,.xlsx,.zip,text/csv"
            acceptWords="CSV, TSV, TXT, XLSX, or a ZIP of them: ACE ES-003 or ES-022, a broker's report, a liquidation list, Claim Details, a carrier's invoice"
          />
          <TemplateLink />
        </div>
      ) : null}
      <Panel title="Imported files" flush>
        <ImportsTable rows={imports.map((each) => toImportRow(each, `/${scope.orgSlug}`, names))} />
      </Panel>
    </>
  );
}
