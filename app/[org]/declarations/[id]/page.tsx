import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { AceSteps } from "@/components/declarations/ace-steps";
import { ClaimNumberForm } from "@/components/declarations/claim-number-form";
import { DeclarationBadge } from "@/components/declarations/declarations-table";
import { DeclaredEntriesTable } from "@/components/declarations/declared-entries-table";
import { EvidencePanel } from "@/components/declarations/evidence-panel";
import { LinkedDeclarations } from "@/components/declarations/linked-declarations";
import { FilePreview } from "@/components/declarations/file-preview";
import { PreflightPanel } from "@/components/declarations/preflight-panel";
import { ReadinessList } from "@/components/declarations/readiness-list";
import { SignOffPanel } from "@/components/declarations/sign-off-panel";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import type { OrgScope } from "@/lib/auth/scope";
import { today } from "@/lib/clock";
import { linkedDeclarations } from "@/lib/data/refiled-rows";
import { inOrganization } from "@/lib/data/tenant";
import { isSignedOff, mayDownload } from "@/lib/domain";
import { preflightOf, viewDeclaration, type DeclarationView } from "@/lib/usecases/declaration-readiness";
import { countOf } from "@/lib/wording/count";
import { importerText } from "@/lib/wording/declarations";

import {
  attestPointAction,
  fileDeclarationAction,
  freezeDeclarationAction,
  signOffDeclarationAction,
  withdrawDeclarationAction,
} from "../actions";
import { ENTRIES_PER_PAGE, entryPage, readFrom } from "../../row-page";
import { toPreflight } from "../preflight-rows";
import { DeclarationDocuments } from "./declaration-documents";
import { toDeclaredRows, toPreview, toReadinessRows, toSignOff } from "./readiness-rows";

export const metadata: Metadata = { title: "Declaration" };

type DeclarationPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ from?: string }>;
};

export default async function DeclarationPage({ params, searchParams }: DeclarationPageProps) {
  const { org, id } = await params;
  const from = readFrom((await searchParams).from);
  const scope = await requireMember(org, `/${org}/declarations/${id}`);
  const view = z.uuid().safeParse(id).success
    ? await inOrganization(scope, async (t) => {
        const found = await viewDeclaration(t, id);
        return found && { ...found, linked: await linkedDeclarations(t, id) };
      })
    : null;
  if (!view) notFound();
  const { declaration, points } = view;
  const { state, claim } = declaration;
  const base = `/${scope.orgSlug}`;
  const hidden = { org: scope.orgSlug, declaration: id };
  const isDraft = state === "draft";
  const mayWrite = roleMay(scope.role, "declarations:write");

  return (
    <>
      <PageHeader
        title={declaration.fileName}
        mono
        crumbs={[{ href: `${base}/declarations`, label: "Declarations" }]}
        badges={<DeclarationBadge state={state} />}
        note={`${importerText(declaration)}, filer ${declaration.filerCode}, ${countOf(view.entries.length, "entry", "entries")}`}
        actions={
          claim ? <LinkButton href={`${base}/claims/${claim.id}`}>Open the claim</LinkButton> : undefined
        }
      />
      {state === "withdrawn" ? (
        <Notice tone="neutral" title="Withdrawn">
          <p>Its entries are free for another declaration. What was frozen stays here as it was.</p>
        </Notice>
      ) : null}
      <LinkedDeclarations {...view.linked} base={base} />
      <Panel
        title="Readiness"
        note={isDraft ? "Twelve points before the file is made." : "As it stood when the file was frozen."}
        flush
      >
        <ReadinessList
          points={toReadinessRows(view, base)}
          attest={isDraft && roleMay(scope.role, "declarations:attest") ? attestPointAction : null}
          hidden={hidden}
        />
      </Panel>
      <PreflightPanel {...toPreflight(preflightOf(view), view.asOf)} />
      {view.signOff.kind === "not-needed" ? null : (
        <Panel title="Sign-off by a second person">
          <SignOffPanel {...toSignOff(view, scope, signOffDeclarationAction)} hidden={hidden} />
        </Panel>
      )}
      {isDraft && mayWrite ? (
        <Panel title="Make the file">
          <ActionForm
            action={freezeDeclarationAction}
            hidden={hidden}
            submit="Make and freeze the file"
            pending="Screening and freezing"
            disabled={!mayDownload(points) || !isSignedOff(view.signOff)}
          >
            <p className="max-w-prose text-muted">
              An entry whose verdict is not as of {today()} is screened again. Then the file, its rows,
              amounts, reasons and versions are kept as they are: CBP can neither amend nor withdraw an
              accepted declaration.
            </p>
          </ActionForm>
        </Panel>
      ) : null}
      {declaration.fileSha256 === null ? null : <TheFile view={view} scope={scope} hidden={hidden} />}
      {declaration.fileSha256 !== null && roleMay(scope.role, "declarations:download") ? (
        <Panel title="Evidence packet">
          <EvidencePanel {...packetLinks(scope.orgSlug, id)} />
        </Panel>
      ) : null}
      <DeclarationDocuments scope={scope} id={id} entries={view.entries.length} />
      <Panel title="Entries" flush>
        <DeclaredEntriesTable rows={toDeclaredRows(view, base, from, ENTRIES_PER_PAGE)} />
        <Pager {...entryPage(view.entries.length, from, `${base}/declarations/${id}`)} />
      </Panel>
      {(isDraft || state === "frozen") && mayWrite ? (
        <Panel title="Withdraw">
          <ActionForm action={withdrawDeclarationAction} hidden={hidden} submit="Withdraw" variant="danger">
            <Checkbox
              id="withdraw-sure"
              name="sure"
              value="yes"
              required
              label="This file was not uploaded in ACE, and will not be."
              hint="Frees its entries for another declaration. The record stays."
            />
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}

type TheFileProps = {
  readonly view: DeclarationView;
  readonly scope: OrgScope;
  readonly hidden: Readonly<Record<string, string>>;
};

/** The file, and until it is filed the way into ACE beside it. */
function TheFile({ view, scope, hidden }: TheFileProps) {
  const file = (
    <Panel title="The file">
      <FilePreview {...toPreview(view, scope.orgSlug, roleMay(scope.role, "declarations:download"))} />
    </Panel>
  );
  if (view.declaration.state !== "frozen") return file;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <div className="min-w-0 space-y-5">
        {file}
        {roleMay(scope.role, "claims:write") ? (
          <Panel title="Filed?">
            <ClaimNumberForm action={fileDeclarationAction} hidden={hidden} today={today()} />
          </Panel>
        ) : null}
      </div>
      <Panel title="Upload it in ACE">
        <AceSteps fileName={view.declaration.fileName} />
      </Panel>
    </div>
  );
}

function packetLinks(orgSlug: string, id: string) {
  const route = `/api/${orgSlug}/declarations/${id}/packet`;
  return { zipHref: `${route}?form=zip`, pdfHref: `${route}?form=pdf` };
}
