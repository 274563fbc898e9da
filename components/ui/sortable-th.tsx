import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide";
import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Th } from "./table";

export type SortLink = {
  readonly href: string;
  readonly direction: "ascending" | "descending" | "none";
};

type SortableThProps = {
  readonly children: ReactNode;
  readonly num?: boolean;
  /** Undefined: this list cannot be sorted. */
  readonly sort: SortLink | undefined;
};

const SORT_ICON = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown } as const;

/** The heading of a column by which the list can be sorted. Apart from the table, which so needs no script. */
export function SortableTh({ children, num = false, sort }: SortableThProps) {
  if (sort === undefined) return <Th num={num}>{children}</Th>;
  const icon = SORT_ICON[sort.direction];
  return (
    <Th num={num} aria-sort={sort.direction}>
      <Link
        href={sort.href}
        className={clsx(
          "inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
          num && "flex-row-reverse",
          sort.direction !== "none" && "text-ink",
        )}
      >
        {children}
        <Icon of={icon} className="size-3.5" />
      </Link>
    </Th>
  );
}
