import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";
import { SumCell, type Sum } from "./sum-cell";

type StackedTableProps = {
  readonly rows: readonly (Sum & { readonly beside: string; readonly stays: string })[];
};

export function StackedTable({ rows }: StackedTableProps) {
  return (
    <Table caption="Entries that paid another duty beside IEEPA">
      <Thead>
        <tr>
          <Th>IEEPA and</Th>
          <Th num>Entries</Th>
          <Th num>IEEPA refundable, USD</Th>
          <Th num>Of the other, stays</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.beside}>
            <Td>{row.beside}</Td>
            <Td num>{row.entries.toLocaleString("en-US")}</Td>
            <SumCell sum={row} />
            <Td num>{formatUsd(row.stays)}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
