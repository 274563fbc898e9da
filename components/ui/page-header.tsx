import { ChevronRight } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TextLink } from "./text-link";

type Crumb = {
  readonly href: string;
  readonly label: string;
};

type PageHeaderProps = {
  readonly title: string;
  /** Entry numbers and file names are set in the mono cut. */
  readonly mono?: boolean;
  readonly crumbs?: readonly Crumb[];
  readonly badges?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHeader({ title, mono = false, crumbs = [], badges, note, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 space-y-1">
        {crumbs.length === 0 ? null : (
          <nav aria-label="Where you are" className="text-sm">
            <ol className="flex flex-wrap items-center gap-1">
              {crumbs.map((crumb) => (
                <li key={crumb.href} className="flex items-center gap-1">
                  <TextLink href={crumb.href}>{crumb.label}</TextLink>
                  <Icon of={ChevronRight} className="size-3.5 text-muted" />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1
            className={`min-w-0 text-xl font-semibold tracking-tight break-words ${mono ? "font-mono" : ""}`}
          >
            {title}
          </h1>
          {badges}
        </div>
        {note === undefined ? null : <div className="max-w-prose text-muted">{note}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
