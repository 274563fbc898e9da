import { clsx } from "clsx";
import type { ReactNode } from "react";
import { LINK_LOOK } from "./link-look";

type PlainLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A link that needs no script: for pages that are read and not worked in, which so stay light. */
export function PlainLink({ href, children, className }: PlainLinkProps) {
  return (
    <a
      href={href}
      className={clsx(LINK_LOOK, className)}
      {...(href.startsWith("http") ? { rel: "noreferrer" } : {})}
    >
      {children}
    </a>
  );
}
