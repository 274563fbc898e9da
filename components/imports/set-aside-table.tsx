import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { Quoted } from "@/components/ui/quoted";
import { formatCount } from "@/lib/wording/count";

export type SetAsideRow = {
  /** True line number in the user's file. */
  readonly line: number;
  readonly reason: string;
  /** As it stood in the file; null where the row has none. */
  readonly entryNumberFound: string | null;
  /** What to do about it; null where nothing is to do. */
  readonly remedy: string | null;
};

export function SetAsideTable({ rows }: { readonly rows: readonly SetAsideRow[] }) {
  if (rows.length === 0) return <EmptyState title="No row was set aside" />;
  return (
    <Table caption="Rows set aside">
      <Thead>
        <tr>
          <Th num>Row</Th>
          <Th>Entry number as found</Th>
          <Th>Why it was set aside</Th>
          <Th>What to do</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <Td num>{formatCount(row.line)}</Td>
            <Td mono>{row.entryNumberFound ?? <span className="font-sans text-muted">none</span>}</Td>
            <Td className="min-w-64">
              <Quoted text={row.reason} />
            </Td>
            <Td className="min-w-48 text-muted">
              <Quoted text={row.remedy ?? "Nothing to do"} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
