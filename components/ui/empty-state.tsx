import type { ReactNode } from "react";

type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-8">
      <p className="text-lg font-semibold">{title}</p>
      {children === undefined ? null : <div className="max-w-prose text-muted">{children}</div>}
      {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
    </div>
  );
}
