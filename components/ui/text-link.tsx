import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { LINK_LOOK } from "./link-look";

type TextLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** False where many stand together: a page of them would ask for all their pages beforehand. */
  readonly prefetch?: false;
};

/** A link inside text or a cell: underlined, because colour alone does not mark a link. */
export function TextLink({ href, children, className, ...rest }: TextLinkProps) {
  return (
    <Link href={href} className={clsx(LINK_LOOK, className)} {...rest}>
      {children}
    </Link>
  );
}
