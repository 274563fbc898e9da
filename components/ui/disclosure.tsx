import { clsx } from "clsx";
import { ChevronRight } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
};

/** Native details: works without a script and is found by the browser's own search. */
export function Disclosure({ summary, children, open = false, className }: DisclosureProps) {
  return (
    <details open={open} className={clsx("group/disclosure min-w-0", className)}>
      <summary className="flex min-h-7 list-none items-center gap-1.5 rounded-sm font-medium text-accent">
        <Icon
          of={ChevronRight}
          className="size-4 shrink-0 transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
