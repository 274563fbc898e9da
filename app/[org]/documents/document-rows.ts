import type { ComponentProps } from "react";

import type { AttachDocuments } from "@/components/documents/attach-documents";
import type { DocumentRow } from "@/components/documents/documents-table";
import type { MissingDocument } from "@/components/documents/missing-documents";
import type { DocumentSubject } from "@/lib/data/attached-documents";
import { DOCUMENT_KINDS, expectedDocuments, formatEntryNumber, type PapersNeededFor } from "@/lib/domain";
import { DOCUMENT_BYTES_MAX, DOCUMENT_EXTENSIONS } from "@/lib/files/document-type";
import type { DocumentView } from "@/lib/usecases/view-documents";
import { formatBytes } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";
import { describeAttachProblem, DOCUMENT_KIND_NAMES, EXPECTED_BECAUSE } from "@/lib/wording/documents";

/** @param own - what the page itself shows: its papers need no column that says so */
export const toDocumentRows = (
  documents: readonly DocumentView[],
  orgSlug: string,
  own: DocumentSubject["kind"] | null = null,
): readonly DocumentRow[] =>
  documents.map((each) => ({
    id: each.id,
    fileName: each.fileName,
    href: `/api/${orgSlug}/documents/${each.id}`,
    kind: DOCUMENT_KIND_NAMES[each.kind],
    subject: each.subject.kind === own ? null : subjectOf(each.subject, orgSlug),
    size: formatBytes(each.byteSize),
    sha256: each.sha256,
    attached: formatInstant(each.createdAt.toISOString()),
    attachedBy: each.attachedBy,
  }));

function subjectOf(subject: DocumentSubject, orgSlug: string): DocumentRow["subject"] {
  switch (subject.kind) {
    case "entry":
      return { name: formatEntryNumber(subject.number), href: `/${orgSlug}/entries/${subject.number}` };
    case "declaration":
      return { name: "the declaration", href: `/${orgSlug}/declarations/${subject.id}` };
    case "claim":
      return { name: "the claim", href: `/${orgSlug}/claims/${subject.id}` };
  }
}

/** What an entry's papers lack of what a claim like it usually needs. */
export function toMissingDocuments(
  entry: PapersNeededFor,
  documents: readonly DocumentView[],
): readonly MissingDocument[] {
  const there = new Set(documents.map(({ kind }) => kind));
  return expectedDocuments(entry)
    .filter(({ kind }) => !there.has(kind))
    .map(({ kind, because, law }) => ({
      name: DOCUMENT_KIND_NAMES[kind],
      because: EXPECTED_BECAUSE[because],
      law: law.map((each) => each.law).join("; "),
    }));
}

const TAKEN = `PDF, PNG, JPEG, .xlsx or CSV, at most ${formatBytes(DOCUMENT_BYTES_MAX)} each.`;

const HINTS = {
  entry: TAKEN,
  declaration: `${TAKEN} A file whose name spells one entry number of this declaration, such as 7501_ZZX-1000001-1.pdf, is attached to that entry.`,
  claim: TAKEN,
} as const satisfies Record<DocumentSubject["kind"], string>;

/** The form that attaches papers to something. */
export function toAttachForm(
  subject: DocumentSubject,
  orgSlug: string,
): ComponentProps<typeof AttachDocuments> {
  const which = subject.kind === "entry" ? subject.number : subject.id;
  return {
    attachUrl: `/api/${orgSlug}/documents?${subject.kind}=${which}`,
    kinds: DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_KIND_NAMES[value] })),
    accept: DOCUMENT_EXTENSIONS.join(","),
    hint: HINTS[subject.kind],
    bytesMax: DOCUMENT_BYTES_MAX,
    tooLarge: describeAttachProblem({ kind: "upload-too-large", bytesMax: DOCUMENT_BYTES_MAX }),
  };
}
