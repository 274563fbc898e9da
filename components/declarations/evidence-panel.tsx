import { LinkButton } from "@/components/ui/button";

type EvidencePanelProps = {
  readonly zipHref: string;
  readonly pdfHref: string;
};

/** What an auditor asks for years later, made from the snapshot that was frozen with the file. */
export function EvidencePanel({ zipHref, pdfHref }: EvidencePanelProps) {
  return (
    <div className="space-y-3">
      <p className="max-w-prose text-muted">
        Summary, method with its law, every IEEPA line with rate and duty, interest by entry, what was left
        out and why, readiness with sign-off, and the hash of every file, as they stood when the file was
        frozen. The archive holds the document, a workbook of the lines, the file as filed, and a manifest;{" "}
        <code className="font-mono text-sm">npm run verify -- FILE.zip</code> computes every hash and total
        again.
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={zipHref} download variant="secondary">
          Download the packet (ZIP)
        </LinkButton>
        <LinkButton href={pdfHref} download variant="secondary">
          Document only (PDF)
        </LinkButton>
      </div>
    </div>
  );
}
