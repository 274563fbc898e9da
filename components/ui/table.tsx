import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  /** What the table lists; read out by screen readers, and the name of the scrolling region. */
  readonly caption: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** Scrolls inside its own frame, never the page; the frame takes the keyboard so that it can be scrolled without a mouse. */
export function Table({ caption, children, className }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative max-w-full overflow-x-auto rounded-b-lg"
    >
      <table className={clsx("w-full border-collapse text-sm", className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function Thead({ children }: { readonly children: ReactNode }) {
  return <thead className="bg-sunken text-left text-xs text-muted">{children}</thead>;
}

export function Tbody({ children }: { readonly children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

export function Tfoot({ children }: { readonly children: ReactNode }) {
  return <tfoot className="border-t border-line-strong font-medium">{children}</tfoot>;
}

export type SortLink = {
  readonly href: string;
  readonly direction: "ascending" | "descending" | "none";
};

type ThProps = {
  readonly children: ReactNode;
  readonly num?: boolean;
  readonly sort?: SortLink | undefined;
  readonly className?: string;
};

const SORT_ICON = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown } as const;

export function Th({ children, num = false, sort, className }: ThProps) {
  const Icon = sort === undefined ? null : SORT_ICON[sort.direction];
  const sorted = sort === undefined ? {} : { "aria-sort": sort.direction };
  return (
    <th
      scope="col"
      {...sorted}
      className={clsx(
        "px-2.5 py-2 align-middle font-medium whitespace-nowrap first:pl-4 last:pr-4",
        num && "text-right",
        className,
      )}
    >
      {sort === undefined || Icon === null ? (
        children
      ) : (
        <Link
          href={sort.href}
          className={clsx(
            "inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
            num && "flex-row-reverse",
            sort.direction !== "none" && "text-ink",
          )}
        >
          {children}
          <Icon aria-hidden className="size-3.5" />
        </Link>
      )}
    </th>
  );
}

type TdProps = ComponentProps<"td"> & {
  /** Right aligned figures. */
  readonly num?: boolean;
  /** Entry numbers, tariff numbers, file names, digests. */
  readonly mono?: boolean;
  readonly nowrap?: boolean;
};

export function Td({ num = false, mono = false, nowrap = false, className, ...rest }: TdProps) {
  return (
    <td
      className={clsx(
        "px-2.5 py-2 align-top first:pl-4 last:pr-4",
        num && "text-right",
        (num || mono) && "font-mono whitespace-nowrap",
        nowrap && "whitespace-nowrap",
        className,
      )}
      {...rest}
    />
  );
}
