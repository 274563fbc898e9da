"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import { SECTIONS } from "./sections";

type NavLinksProps = {
  /** The organization's own path, `/harbor-sample-goods`. */
  readonly base: string;
  /** Messages that were not read. */
  readonly unread: number;
};

/** The overview is current only on its own page; a section also on the pages below it. */
const isCurrent = (pathname: string, base: string, path: string): boolean =>
  path === "" ? pathname === base : pathname === `${base}${path}` || pathname.startsWith(`${base}${path}/`);

export function NavLinks({ base, unread }: NavLinksProps) {
  const pathname = usePathname();
  return (
    <ul className="space-y-0.5">
      {SECTIONS.map(({ path, label, icon, everybodys = false, counted }) => {
        const current = isCurrent(pathname, base, path);
        return (
          <li key={path}>
            <Link
              href={everybodys ? path : `${base}${path}`}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "flex min-h-9 items-center gap-2.5 rounded-md px-2.5",
                current ? "bg-accent-wash font-medium text-accent" : "text-ink hover:bg-sunken",
              )}
            >
              <Icon of={icon} className={clsx("size-4 shrink-0", !current && "text-muted")} />
              {label}
              {counted === undefined || unread === 0 ? null : (
                <span className="ml-auto rounded-sm bg-accent-wash px-1.5 font-mono text-xs text-accent">
                  {unread}
                  <span className="sr-only"> unread</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
