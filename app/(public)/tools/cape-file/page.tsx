import type { Metadata } from "next";

import { PublicFrame } from "@/components/frame/public-frame";

import { FileChecker } from "./file-checker";

export const metadata: Metadata = {
  title: "CAPE file and entry number checker",
  description:
    "Checks a CAPE Declaration CSV or pasted entry numbers against CBP's published limits, and gives a clean file back. Nothing is uploaded.",
  alternates: { canonical: "/tools/cape-file" },
};

export default function CapeFilePage() {
  return (
    <PublicFrame>
      <div className="space-y-8">
        <header className="max-w-2xl space-y-3">
          <h1 className="text-3xl font-semibold tracking-tight">Check a CAPE file or entry numbers</h1>
          <p className="text-lg text-muted text-pretty">
            The checks CBP makes when a CAPE Declaration is uploaded, as far as they are published: heading,
            one column, 9,999 entries, 1 MB, eleven characters, no number twice. You get a clean file back.
            The file is read in this browser and sent nowhere.
          </p>
        </header>
        <FileChecker />
      </div>
    </PublicFrame>
  );
}
