import type { ReactNode } from "react";
import { Mark, WORDMARK_LOOK } from "./mark";
import { PageFoot } from "./page-foot";

type PublicFrameProps = {
  readonly children: ReactNode;
};

const START = "/";
const WAYS = [
  { href: "/tools", name: "Tools" },
  { href: "/library", name: "Library" },
  { href: "/ask", name: "Ask" },
] as const;

/** The frame of pages that need no account. Its links are plain: a page that is only read then loads no script of ours. */
export function PublicFrame({ children }: PublicFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 sm:px-6">
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-6">
        <a href={START} className={WORDMARK_LOOK}>
          <Mark />
        </a>
        <nav aria-label="Pages for everybody" className="print:hidden">
          <ul className="flex gap-x-5">
            {WAYS.map(({ href, name }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-8 items-center rounded-sm hover:underline">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className="grow py-8">{children}</main>
      <PageFoot />
    </div>
  );
}
