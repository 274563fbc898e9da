import { DocumentsPanel } from "@/components/documents/documents-panel";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import { viewDocuments } from "@/lib/usecases/view-documents";

import { removeDocumentAction } from "../../documents/actions";
import { toAttachForm, toDocumentRows } from "../../documents/document-rows";

type ClaimDocumentsProps = {
  readonly scope: OrgScope;
  readonly id: string;
};

/** What CBP and the broker wrote about a claim. */
export async function ClaimDocuments({ scope, id }: ClaimDocumentsProps) {
  const subject = { kind: "claim", id } as const;
  const documents = await inOrganization(scope, (t) => viewDocuments(t, subject));
  const mayWrite = roleMay(scope.role, "declarations:write");
  return (
    <DocumentsPanel
      note="Notices of CBP, letters, payment advices. They go into the evidence packet of the declaration."
      rows={toDocumentRows(documents, scope.orgSlug, "claim")}
      attach={mayWrite ? toAttachForm(subject, scope.orgSlug) : null}
      remove={mayWrite ? removeDocumentAction : null}
      hidden={{ org: scope.orgSlug }}
    />
  );
}
