import type { ReactNode } from "react";
import { PublicFrame } from "@/components/frame/public-frame";
import { PlainLink } from "@/components/ui/plain-link";

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

/** A page of reference: what it is, how old it is, and the way back to the library. It looks like a guide. */
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
        <header className="max-w-2xl space-y-3">
          <nav aria-label="Where you are" className="text-sm print:hidden">
            <ol className="flex flex-wrap gap-x-2">
              {[LIBRARY, ...crumbs].map(({ href, label }) => (
                <li
                  key={href}
                  className="flex gap-x-2 not-first:before:text-muted not-first:before:content-['/']"
                >
                  <PlainLink href={href}>{label}</PlainLink>
                </li>
              ))}
            </ol>
          </nav>
          <h1 className={`text-3xl font-semibold tracking-tight text-balance ${mono ? "font-mono" : ""}`}>
            {title}
          </h1>
          <p className="text-lg text-muted text-pretty">{lead}</p>
          <p className="text-sm text-muted">{dated}</p>
        </header>
        {children}
      </div>
    </PublicFrame>
  );
}
