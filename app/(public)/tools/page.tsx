import type { Metadata } from "next";

import { PublicFrame } from "@/components/frame/public-frame";
import { LinkList } from "@/components/reference/link-list";
import { PUBLIC_TOOLS, REFERENCE_PAGES } from "@/lib/wording/library";

export const metadata: Metadata = {
  title: "Tools",
  description:
    "Free tools for IEEPA refunds through CAPE: eligibility screener, CAPE file and entry number checker, interest calculator. No account, nothing stored.",
  alternates: { canonical: "/tools" },
};

export default function ToolsPage() {
  return (
    <PublicFrame>
      <div className="space-y-10">
        <header className="max-w-2xl space-y-3">
          <h1 className="text-3xl font-semibold tracking-tight">Tools</h1>
          <p className="text-lg text-muted text-pretty">
            For everybody, without an account. What you enter stands in the address of the page or stays in
            your browser; nothing is stored.
          </p>
        </header>
        <LinkList name="Work something out" links={PUBLIC_TOOLS} />
        <LinkList name="Look something up" links={REFERENCE_PAGES} />
      </div>
    </PublicFrame>
  );
}
