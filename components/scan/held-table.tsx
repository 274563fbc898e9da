import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsdRange } from "@/lib/wording/money";

type HeldTableProps = {
  readonly rows: readonly {
    readonly number: string;
    readonly entryType: string;
    readonly lane: string;
    readonly held: string;
    readonly unlock: string;
    readonly law: string;
    readonly refundable: { readonly min: string; readonly max: string | null };
  }[];
  /** The organization's own address. */
  readonly base: string;
};

/** Entries that wait for somebody else, with what opens each. */
export function HeldTable({ rows, base }: HeldTableProps) {
  if (rows.length === 0) return <EmptyState title="None waits for anybody else" />;
  return (
    <Table caption="Watch list">
      <Thead>
        <tr>
          <Th>Entry</Th>
          <Th>Held by</Th>
          <Th>What opens it</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={`${row.number} ${row.held}`}>
            <Td mono>
              <TextLink href={`${base}/entries/${row.number.replaceAll("-", "")}`}>{row.number}</TextLink>
              <span className="block font-sans text-muted">type {row.entryType || "not known"}</span>
            </Td>
            <Td className="min-w-40">
              <p>{row.held}</p>
              <p className="text-muted">{row.lane}</p>
            </Td>
            <Td className="min-w-64">
              <p>{row.unlock}</p>
              <p className="text-muted">{row.law}</p>
            </Td>
            <Td num>{formatUsdRange(row.refundable.min, row.refundable.max)}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
