import { DocumentsPanel } from "@/components/documents/documents-panel";
import { MissingDocuments } from "@/components/documents/missing-documents";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import type { PapersNeededFor } from "@/lib/domain";
import { viewDocuments } from "@/lib/usecases/view-documents";
import type { EntryView } from "@/lib/usecases/view-entry";

import { removeDocumentAction } from "../../documents/actions";
import { toAttachForm, toDocumentRows, toMissingDocuments } from "../../documents/document-rows";

type EntryDocumentsProps = {
  readonly scope: OrgScope;
  readonly view: EntryView;
};

/** The papers of one entry, and which of those that its claim usually needs are not there. */
export async function EntryDocuments({ scope, view }: EntryDocumentsProps) {
  const subject = { kind: "entry", number: view.entry.number } as const;
  const documents = await inOrganization(scope, (t) => viewDocuments(t, subject));
  const missing = toMissingDocuments(toPapersNeeded(view), documents);
  const mayWrite = roleMay(scope.role, "declarations:write");
  return (
    <DocumentsPanel
      note="7501s, invoices, letters. They go into the evidence packet of the declaration this entry is on."
      rows={toDocumentRows(documents, scope.orgSlug, "entry")}
      attach={mayWrite ? toAttachForm(subject, scope.orgSlug) : null}
      remove={mayWrite ? removeDocumentAction : null}
      hidden={{ org: scope.orgSlug }}
    >
      {missing.length === 0 ? null : <MissingDocuments missing={missing} />}
    </DocumentsPanel>
  );
}

function toPapersNeeded({ entry, screening }: EntryView): PapersNeededFor {
  const { answers } = entry;
  return {
    lane: screening.lane,
    reasons: screening.findings.map(({ reason }) => reason.kind),
    rangeOnly: screening.refund.certain === null,
    answered:
      answers.checkDigitConfirmed ||
      answers.protestOnlyAboutIeepa !== null ||
      answers.commerceInstructed !== null ||
      answers.settledFacts.length + answers.settledRows.length > 0,
  };
}
