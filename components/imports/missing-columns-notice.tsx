import { Notice } from "@/components/ui/notice";

export type MissingColumn = {
  readonly column: string;
  /** What cannot be told without it. */
  readonly why: string;
  /** Where it is added in ACE. */
  readonly how: string;
};

export function MissingColumnsNotice({ columns }: { readonly columns: readonly MissingColumn[] }) {
  if (columns.length === 0) return null;
  return (
    <Notice tone="caution" title="This file lacks columns that decide lanes">
      <MissingColumnsList columns={columns} />
    </Notice>
  );
}

export function MissingColumnsList({ columns }: { readonly columns: readonly MissingColumn[] }) {
  return (
    <ul className="space-y-1.5">
      {columns.map(({ column, why, how }) => (
        <li key={column}>
          <strong className="font-medium">{column}</strong>: {why} <span className="text-muted">{how}</span>
        </li>
      ))}
    </ul>
  );
}
