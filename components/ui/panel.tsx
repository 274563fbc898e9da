import { clsx } from "clsx";
import type { ReactNode } from "react";

type PanelProps = {
  readonly title?: string;
  /** One line under the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Tables run to the edge of the panel; everything else keeps a margin. */
  readonly flush?: boolean;
  readonly id?: string;
  readonly className?: string;
};

export function Panel({ title, note, actions, children, flush = false, id, className }: PanelProps) {
  return (
    <section id={id} className={clsx("min-w-0 rounded-lg border border-line bg-surface", className)}>
      {title === undefined ? null : (
        <header
          className={clsx(
            "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3",
            flush && "border-b border-line",
          )}
        >
          <div className="min-w-0">
            <h2 className="text-lg font-semibold">{title}</h2>
            {note === undefined ? null : <p className="text-sm text-muted">{note}</p>}
          </div>
          {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={clsx("min-w-0", !flush && "px-4 pb-4", !flush && title === undefined && "pt-4")}>
        {children}
      </div>
    </section>
  );
}
