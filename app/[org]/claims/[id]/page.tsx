import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { AddStatusForm } from "@/components/claims/add-status-form";
import { ClaimTimeline } from "@/components/claims/claim-timeline";
import { LinkedDeclarations } from "@/components/declarations/linked-declarations";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { roleMay } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { today } from "@/lib/clock";
import { declarationsOf } from "@/lib/data/declarations";
import { importNames } from "@/lib/data/imports";
import { linkedDeclarations } from "@/lib/data/refiled-rows";
import { inOrganization, queryOf } from "@/lib/data/tenant";
import { memberNames } from "@/lib/data/users";
import { readSnapshot } from "@/lib/usecases/declaration-snapshot";
import { viewClaim } from "@/lib/usecases/view-claim";
import { CLAIM_EVENT_WORDS, TYPED_CLAIM_EVENTS } from "@/lib/wording/claims";
import { countOf } from "@/lib/wording/count";

import { addStatusAction, enterClaimNumberAction } from "../actions";
import { readFrom } from "../../row-page";
import { ClaimEntries } from "../claim-entries";
import { ClaimFacts } from "../claim-facts";
import { statusText, toEventRows } from "../claim-rows";
import { ClaimDocuments } from "./claim-documents";

export const metadata: Metadata = { title: "Claim" };

type ClaimPageProps = {
  readonly params: Promise<{ org: string; id: string }>;
  readonly searchParams: Promise<{ from?: string }>;
};

export default async function ClaimPage({ params, searchParams }: ClaimPageProps) {
  const { org, id } = await params;
  const from = readFrom((await searchParams).from);
  const scope = await requireMember(org, `/${org}/claims/${id}`);
  const found = z.uuid().safeParse(id).success
    ? await inOrganization(scope, async (t) => {
        const view = await viewClaim(t, id);
        if (!view?.own) return null;
        const { own } = view;
        const frozen = readSnapshot(await declarationsOf(t).snapshot(own.declaration.id));
        const files = await importNames(queryOf(t), t.orgId);
        const linked = await linkedDeclarations(t, own.declaration.id);
        return {
          view,
          own,
          linked,
          declared: frozen.entries,
          sources: { people: await memberNames(t), files },
        };
      })
    : null;
  if (!found) notFound();
  const { view, own, linked, declared, sources } = found;
  const { claim, declaration } = own;
  const { state, claimNumber } = view;
  const base = `/${scope.orgSlug}`;
  const hidden = { org: scope.orgSlug, claim: id };
  const mayWrite = roleMay(scope.role, "claims:write");

  return (
    <>
      <PageHeader
        title={claimNumber ?? "Claim without a number"}
        mono={claimNumber !== null}
        crumbs={[{ href: `${base}/claims`, label: "Claims" }]}
        badges={<Badge tone={CLAIM_EVENT_WORDS[state.status].tone}>{statusText(view)}</Badge>}
        note={`${declaration.importerName || claim.importerNumber}, ${countOf(claim.entryCount, "entry", "entries")}, ${claim.declarationFile}`}
        actions={
          <LinkButton href={`${base}/declarations/${claim.declarationId}`}>Open the declaration</LinkButton>
        }
      />
      <ClaimFacts view={view} />
      <LinkedDeclarations {...linked} base={base} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title="Timeline" note="Appended, never changed; late news finds its place by its day.">
          <ClaimTimeline events={toEventRows(view, sources)} />
        </Panel>
        {mayWrite ? (
          <div className="space-y-5">
            {claim.claimNumber === null ? (
              <Panel title="Claim number">
                <ActionForm action={enterClaimNumberAction} hidden={hidden} submit="Store the number">
                  <Input
                    id="claim-number"
                    name="claimNumber"
                    label="Claim number"
                    mono
                    required
                    defaultValue={claimNumber ?? ""}
                    autoComplete="off"
                    maxLength={40}
                    hint={
                      claimNumber === null
                        ? "As ACE shows it under Claim Status. Kept as text."
                        : "A file of CBP lists entries of this declaration, and of no other claim of yours, under this number. Store it to make sure."
                    }
                  />
                </ActionForm>
              </Panel>
            ) : null}
            <Panel title="Add a status">
              <AddStatusForm
                action={addStatusAction}
                hidden={hidden}
                kinds={TYPED_CLAIM_EVENTS.map((kind) => ({
                  value: kind,
                  label: CLAIM_EVENT_WORDS[kind].name,
                }))}
                today={today()}
              />
            </Panel>
          </div>
        ) : null}
      </div>
      <ClaimDocuments scope={scope} id={id} />
      <ClaimEntries view={view} declared={declared} base={base} from={from} />
    </>
  );
}
