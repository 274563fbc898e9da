import type { Metadata } from "next";

import { PublicFrame } from "@/components/frame/public-frame";
import { LibraryIndex, type LibraryShelf } from "@/components/library/library-index";
import { AskForm } from "@/components/ask/ask-form";
import type { GuideGroup } from "@/lib/library/document";
import { guides } from "@/lib/library/guides";
import { GUIDE_GROUP_NAMES, REFERENCE_PAGES, TOOL_PAGES } from "@/lib/wording/library";

export const metadata: Metadata = {
  title: "Library",
  description:
    "Guides to IEEPA refunds through CAPE in plain English: filing, ES-003, ACH, interest, exclusions, protests. Dated and sourced.",
  alternates: { canonical: "/library" },
};

function toShelves(): readonly LibraryShelf[] {
  const groups = Object.keys(GUIDE_GROUP_NAMES) as GuideGroup[];
  const shelves = groups.map((group) => ({
    id: group,
    name: GUIDE_GROUP_NAMES[group],
    entries: guides()
      .filter((guide) => guide.group === group)
      .map(({ slug, title, summary }) => ({ href: `/library/${slug}`, title, summary })),
  }));
  return [
    ...shelves,
    { id: "reference", name: "Reference", entries: REFERENCE_PAGES },
    { id: "tools", name: "Tools", entries: TOOL_PAGES },
  ];
}

export default function LibraryPage() {
  return (
    <PublicFrame>
      <div className="space-y-10">
        <header className="max-w-2xl space-y-3">
          <h1 className="text-3xl font-semibold tracking-tight">Library</h1>
          <p className="text-lg text-muted text-pretty">
            How IEEPA refunds work, for the person who answers for them: in plain words, each page with its
            day and its sources. What is inferred or unconfirmed says so.
          </p>
        </header>
        <AskForm question="" />
        <LibraryIndex shelves={toShelves()} />
      </div>
    </PublicFrame>
  );
}
