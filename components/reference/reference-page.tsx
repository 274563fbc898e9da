import type { ReactNode } from "react";
import { PublicFrame } from "@/components/frame/public-frame";
import { PageHeader } from "@/components/ui/page-header";

type ReferencePageProps = {
  readonly title: string;
  readonly mono?: boolean;
  readonly lead: ReactNode;
  /** Where it is from and how old it is. */
  readonly dated: string;
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[];
  readonly children: ReactNode;
};

const LIBRARY = { href: "/library", label: "Library" };

/** A page of reference: what it is, how old it is, and the way back to the library. */
export function ReferencePage({
  title,
  mono = false,
  lead,
  dated,
  crumbs = [],
  children,
}: ReferencePageProps) {
  return (
    <PublicFrame>
      <div className="space-y-8">
        <PageHeader
          title={title}
          mono={mono}
          crumbs={[LIBRARY, ...crumbs]}
          note={
            <div className="space-y-1">
              <p>{lead}</p>
              <p className="text-sm">{dated}</p>
            </div>
          }
        />
        {children}
      </div>
    </PublicFrame>
  );
}
