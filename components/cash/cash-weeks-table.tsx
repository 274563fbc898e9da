import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";

export type CashWeekRow = {
  readonly id: string;
  readonly span: string;
  /** "12 entries". */
  readonly entries: string;
  readonly earliest: string;
  readonly latest: string;
};

type CashWeeksTableProps = {
  readonly rows: readonly CashWeekRow[];
  readonly total: string;
};

/** Each sum once in either column: from when it could come, and by when it should have. */
export function CashWeeksTable({ rows, total }: CashWeeksTableProps) {
  if (rows.length === 0)
    return (
      <EmptyState title="No refund is awaited">Money is expected once a declaration is filed.</EmptyState>
    );
  return (
    <Table caption="Expected refunds by week">
      <Thead>
        <tr>
          <Th>Week</Th>
          <Th num>Could come from here, USD</Th>
          <Th num>Should be here by its end, USD</Th>
          <Th>Entries due</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td mono>{row.span}</Td>
            <Td num>{row.earliest}</Td>
            <Td num>{row.latest}</Td>
            <Td className="text-muted">{row.entries}</Td>
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td>All weeks, estimate</Td>
          <Td num>{total}</Td>
          <Td num>{total}</Td>
          <Td />
        </tr>
      </Tfoot>
    </Table>
  );
}
