import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type StatProps = {
  readonly label: string;
  /** The figure, already formatted. */
  readonly figure: string;
  readonly unit?: string | undefined;
  /** One line on what it counts, how sure it is. */
  readonly note?: ReactNode;
  readonly href?: string | undefined;
};

/** One figure with its name. The whole tile leads to the rows behind the figure. */
export function Stat({ label, figure, unit, note, href }: StatProps) {
  const body = (
    <>
      <span className="text-sm text-muted">{label}</span>
      <span className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="font-mono text-xl font-medium tracking-tight">{figure}</span>
        {unit === undefined ? null : <span className="text-sm text-muted">{unit}</span>}
      </span>
      {note === undefined ? null : <span className="text-sm text-muted">{note}</span>}
    </>
  );
  const look = "flex min-w-0 flex-col gap-0.5 bg-surface px-4 py-3";
  if (href === undefined) return <div className={look}>{body}</div>;
  return (
    <Link href={href} className={clsx(look, "-outline-offset-2 hover:bg-accent-wash")}>
      {body}
    </Link>
  );
}

type StatRowProps = {
  readonly children: ReactNode;
  readonly columns?: 2 | 3 | 4;
};

const COLUMNS = {
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-3",
  4: "sm:grid-cols-2 xl:grid-cols-4",
} as const;

/** Figures side by side, parted by hairlines. */
export function StatRow({ children, columns = 4 }: StatRowProps) {
  return (
    <div
      className={clsx("grid gap-px overflow-hidden rounded-lg border border-line bg-line", COLUMNS[columns])}
    >
      {children}
    </div>
  );
}
