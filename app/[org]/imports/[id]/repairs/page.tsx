import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Suspense } from "react";
import { z } from "zod";

import { UploadDropZone } from "@/components/imports/upload-drop-zone";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { isRepairable, repairableImport } from "@/lib/usecases/survey-repairs";
import { viewRepairsUnderWay } from "@/lib/usecases/work-out-repairs";

import { isUnderWay } from "../../import-progress-state";
import { RepairBench } from "./_components/repair-bench";
import { ReturnedSection } from "./_components/returned-section";
import { RepairsState } from "./_components/repairs-state";

type RepairsPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ workbook?: string }>;
};

export const metadata: Metadata = { title: "Repairs" };

export default async function RepairsPage({ params, searchParams }: RepairsPageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/imports/${id}/repairs`);
  const stored = z.uuid().safeParse(id).success
    ? await inOrganization(scope, (t) => importsOf(t).find(id))
    : null;
  if (stored === null) notFound();
  const isReadAgain = isUnderWay(stored);
  if (!isReadAgain && !isRepairable(stored)) redirect(`/${scope.orgSlug}/imports/${id}`);
  const repairs = await viewRepairsUnderWay(scope, id);
  const found = await repairableImport(scope, id);
  const workbook = z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .safeParse((await searchParams).workbook);
  const hidden = { org: scope.orgSlug, importId: id };
  const mayWrite = roleMay(scope.role, "imports:write");
  // A choice is made on the repairs that are there: while others are worked out, there is none.
  const mayChoose = mayWrite && repairs.open === null;

  return (
    <>
      <Header scope={scope} stored={stored} hasRows={found !== null} />
      <RepairsState scope={scope} stored={stored} repairs={repairs} mayWrite={mayWrite} />
      {found === null ? null : (
        <>
          {workbook.success && mayChoose ? (
            <Suspense fallback={<GoingThrough title="The workbook that came back" />}>
              <ReturnedSection scope={scope} hidden={hidden} sha256={workbook.data} />
            </Suspense>
          ) : null}
          {stored.state === "committed" ? null : (
            <Notice tone="caution" title="This file is not in the books yet">
              <p>Repairs are noted now; the file is read again with them and shown before you add it.</p>
            </Notice>
          )}
          <Suspense fallback={<GoingThrough title="Problems by what repairs them" />}>
            <RepairBench
              scope={scope}
              found={found}
              hidden={hidden}
              mayWrite={mayWrite}
              isHeld={repairs.open !== null}
            />
          </Suspense>
        </>
      )}
      {mayChoose && found !== null ? (
        <Panel
          title="Return the workbook"
          note="Correct the coloured cells in Excel and keep the first column. Rows find their way back by it; rows you leave alone change nothing."
        >
          <UploadDropZone
            uploadUrl={`/api/${scope.orgSlug}/uploads`}
            accept=".xlsx,.csv"
            acceptWords="The workbook of this page, or its sheet saved as CSV"
          />
        </Panel>
      ) : null}
    </>
  );
}

type HeaderProps = {
  readonly scope: OrgScope;
  readonly stored: StoredImport;
  readonly hasRows: boolean;
};

function Header({ scope: { orgSlug }, stored: { id, fileName }, hasRows }: HeaderProps) {
  const problems = `/api/${orgSlug}/imports/${id}/problems`;
  return (
    <PageHeader
      title="Repairs"
      crumbs={[
        { href: `/${orgSlug}/imports`, label: "Imports" },
        { href: `/${orgSlug}/imports/${id}`, label: fileName },
      ]}
      note="The file is never changed: a repair stands beside it, and every reading of the file applies it. Each can be taken back."
      actions={
        hasRows ? (
          <>
            <LinkButton href={problems} download>
              Download problem rows
            </LinkButton>
            <LinkButton href={`${problems}?rows=all`} download variant="secondary">
              All rows
            </LinkButton>
          </>
        ) : undefined
      }
    />
  );
}

/** Seconds for a large file; the page is there meanwhile. */
const GoingThrough = ({ title }: { readonly title: string }) => (
  <Panel title={title}>
    <Progress
      label="Going through the file"
      percent={null}
      detail="A large file takes seconds; nothing is changed."
    />
  </Panel>
);
