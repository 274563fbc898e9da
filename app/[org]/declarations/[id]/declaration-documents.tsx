import { DocumentsPanel } from "@/components/documents/documents-panel";
import { EntriesWithoutSummary } from "@/components/documents/entries-without-summary";
import { roleMay } from "@/lib/auth/permissions";
import type { OrgScope } from "@/lib/auth/scope";
import { inOrganization } from "@/lib/data/tenant";
import { formatEntryNumber } from "@/lib/domain";
import { viewDeclarationPapers } from "@/lib/usecases/view-documents";
import { countOf } from "@/lib/wording/count";

import { removeDocumentAction } from "../../documents/actions";
import { toAttachForm, toDocumentRows } from "../../documents/document-rows";

type DeclarationDocumentsProps = {
  readonly scope: OrgScope;
  readonly id: string;
  /** How many entries the declaration has. */
  readonly entries: number;
};

/** More than anybody attaches by hand; the count says how many there are. */
const ENTRIES_LISTED = 200;

/** Every paper that goes into the packet, and the entries that lack a 7501. */
export async function DeclarationDocuments({ scope, id, entries }: DeclarationDocumentsProps) {
  const { documents, withoutSummary } = await inOrganization(scope, (t) =>
    viewDeclarationPapers(t, id, ENTRIES_LISTED),
  );
  const mayWrite = roleMay(scope.role, "declarations:write");
  const hasSummaryOfSeveral = documents.some(
    ({ kind, subject }) => kind === "entry-summary" && subject.kind === "declaration",
  );
  return (
    <DocumentsPanel
      note="Of this declaration, its claim and its entries. They go into the evidence packet with their hashes."
      rows={toDocumentRows(documents, scope.orgSlug)}
      attach={mayWrite ? toAttachForm({ kind: "declaration", id }, scope.orgSlug) : null}
      remove={mayWrite ? removeDocumentAction : null}
      hidden={{ org: scope.orgSlug }}
    >
      {withoutSummary.count === 0 ? null : (
        <EntriesWithoutSummary
          summary={`${countOf(withoutSummary.count, "entry", "entries")} of ${countOf(entries, "entry", "entries")} without a 7501`}
          entries={withoutSummary.first.map((number) => ({
            name: formatEntryNumber(number),
            href: `/${scope.orgSlug}/entries/${number}`,
          }))}
          more={withoutSummary.count - withoutSummary.first.length}
          hasSummaryOfSeveral={hasSummaryOfSeveral}
        />
      )}
    </DocumentsPanel>
  );
}
