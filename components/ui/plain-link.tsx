import type { ReactNode } from "react";
import { LINK_LOOK } from "./link-look";

type PlainLinkProps = { readonly href: string; readonly children: ReactNode };

/** A link that needs no script: for pages that are read and not worked in, which so stay light. */
export function PlainLink({ href, children }: PlainLinkProps) {
  return (
    <a href={href} className={LINK_LOOK} {...(href.startsWith("http") ? { rel: "noreferrer" } : {})}>
      {children}
    </a>
  );
}
