import type { Metadata } from "next";

import { ReferencePage } from "@/components/reference/reference-page";
import { DOWNLOADS } from "@/lib/wording/downloads";

export const metadata: Metadata = {
  title: "Downloads",
  description:
    "Import template, example of a CAPE Declaration CSV, twelve-point checklist as a PDF, and sample reports with invented data.",
  alternates: { canonical: "/library/downloads" },
};

export default function DownloadsPage() {
  return (
    <ReferencePage
      title="Downloads"
      lead="Files to fill in, to print, and to try things out with."
      dated="Every importer, filer, entry and amount in the samples is invented."
    >
      {DOWNLOADS.map(({ name, files }) => (
        <section key={name} className="space-y-3">
          <h2 className="text-lg font-semibold">{name}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {files.map((file) => (
              <li key={file.href} className="py-3">
                <a
                  href={file.href}
                  download
                  className="rounded-sm font-medium text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent"
                >
                  {file.name}
                </a>
                <p className="max-w-prose text-muted">{file.what}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ReferencePage>
  );
}
