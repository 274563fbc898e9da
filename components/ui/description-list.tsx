import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Description = {
  readonly term: string;
  readonly value: ReactNode;
  readonly mono?: boolean;
};

type DescriptionListProps = {
  readonly items: readonly Description[];
  readonly columns?: 1 | 2 | 3 | 4;
};

const COLUMNS = {
  1: "",
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-2 lg:grid-cols-3",
  4: "grid-cols-2 lg:grid-cols-4",
} as const;

export function DescriptionList({ items, columns = 2 }: DescriptionListProps) {
  return (
    <dl className={clsx("grid gap-x-6 gap-y-3", COLUMNS[columns])}>
      {items.map((item) => (
        <div key={item.term} className="min-w-0">
          <dt className="text-sm text-muted">{item.term}</dt>
          <dd className={clsx("break-words", item.mono === true && "font-mono")}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
