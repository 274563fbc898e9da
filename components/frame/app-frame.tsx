import type { ReactNode } from "react";
import { MobileMenu } from "./mobile-menu";
import { NavLinks } from "./nav-links";
import { OrganizationSwitcher, type OrganizationLink } from "./organization-switcher";
import { PageFoot } from "./page-foot";
import { StatusLine } from "./status-line";
import { Wordmark } from "./wordmark";

type AppFrameProps = {
  /** The organization's own path, `/harbor-sample-goods`. */
  readonly base: string;
  readonly organizations: readonly OrganizationLink[];
  /** Who is signed in, as they know themselves: the e-mail address. */
  readonly user: string;
  /** The form that signs out. */
  readonly signOut: ReactNode;
  /** Messages in the inbox that were not read. */
  readonly unread: number;
  /** "Rules 2026-07-07, 1.0": which rules the figures rest on. */
  readonly rules?: string;
  readonly children: ReactNode;
};

type RailProps = Pick<AppFrameProps, "base" | "organizations" | "user" | "signOut" | "unread">;

function Rail({ base, organizations, user, signOut, unread }: RailProps) {
  return (
    <div className="flex h-full flex-col gap-4">
      <OrganizationSwitcher organizations={organizations} />
      <nav aria-label="Sections" className="grow">
        <NavLinks base={base} unread={unread} />
      </nav>
      <div className="space-y-1 border-t border-line pt-3">
        <p className="truncate px-2.5 text-sm text-muted" title={user}>
          {user}
        </p>
        {signOut}
      </div>
    </div>
  );
}

/** The frame of the workspace: a rail on the left, a bar with a menu on narrow screens. It never authorizes. */
export function AppFrame({ rules, children, ...railProps }: AppFrameProps) {
  const { base } = railProps;
  const rail = <Rail {...railProps} />;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-30 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-20 flex items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2 lg:hidden">
        <Wordmark href={base} />
        <MobileMenu>{rail}</MobileMenu>
      </header>
      <aside
        aria-label="Workspace"
        className="sticky top-0 hidden h-dvh flex-col gap-3 overflow-y-auto border-r border-line bg-surface p-3 lg:flex"
      >
        <div className="px-2.5 pt-1">
          <Wordmark href={base} />
        </div>
        {rail}
      </aside>
      <div className="flex min-w-0 flex-col">
        <main id="content" className="mx-auto w-full max-w-[88rem] grow space-y-5 px-4 py-5 sm:px-6">
          {children}
        </main>
        <StatusLine />
        <PageFoot rules={rules} className="mx-auto w-full max-w-[88rem] px-4 sm:px-6" />
      </div>
    </div>
  );
}
