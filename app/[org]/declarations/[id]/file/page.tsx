import { createHash } from "node:crypto";

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { FileViewer, type FileViewerProps } from "@/components/declarations/file-viewer";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireMember } from "@/lib/auth/require-member";
import { documentsOf, type StoredDocument } from "@/lib/data/documents";
import { inOrganization } from "@/lib/data/tenant";

export const metadata: Metadata = { title: "Declaration file" };

type DeclarationFilePageProps = {
  readonly params: Promise<{ org: string; id: string }>;
};

export default async function DeclarationFilePage({ params }: DeclarationFilePageProps) {
  const { org, id } = await params;
  const scope = await requireMember(org, `/${org}/declarations/${id}/file`);
  const file = z.uuid().safeParse(id).success
    ? await inOrganization(scope, (t) => documentsOf(t).declarationFile(id))
    : null;
  if (!file) notFound();
  const base = `/${scope.orgSlug}/declarations`;
  return (
    <>
      <PageHeader
        title={file.fileName}
        mono
        crumbs={[
          { href: base, label: "Declarations" },
          { href: `${base}/${id}`, label: "Declaration" },
        ]}
        note="Looking here is safe; a spreadsheet would change the numbers when it saves."
      />
      <Panel>
        <FileViewer {...toViewer(file)} />
      </Panel>
    </>
  );
}

const LINE_END = "\r\n";

function toViewer({ content, sha256 }: StoredDocument): FileViewerProps {
  const text = Buffer.from(content).toString("latin1");
  return {
    bytes: content.byteLength,
    lines: text.trimEnd().split(/\r?\n/),
    endsInCrlf: text.endsWith(LINE_END) && !/(^|[^\r])\n/.test(text),
    sha256: { kept: sha256, shown: createHash("sha256").update(content).digest("hex") },
  };
}
