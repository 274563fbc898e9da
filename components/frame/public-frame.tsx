import type { ReactNode } from "react";
import { PageFoot } from "./page-foot";
import { Wordmark } from "./wordmark";

type PublicFrameProps = {
  readonly children: ReactNode;
};

/** The frame of pages that need no account. */
export function PublicFrame({ children }: PublicFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 sm:px-6">
      <header className="flex min-h-14 items-center">
        <Wordmark />
      </header>
      <main className="grow py-8">{children}</main>
      <PageFoot />
    </div>
  );
}
