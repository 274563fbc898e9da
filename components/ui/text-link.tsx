import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

type TextLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A link inside text or a cell: underlined, because colour alone does not mark a link. */
export function TextLink({ href, children, className }: TextLinkProps) {
  const look = clsx(
    "rounded-sm text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent",
    className,
  );
  return (
    <Link href={href} className={look}>
      {children}
    </Link>
  );
}
