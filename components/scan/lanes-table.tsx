import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { SumCell, type Sum } from "./sum-cell";

type LanesTableProps = {
  readonly lanes: readonly (Sum & { readonly name: string; readonly nextStep: string })[];
  readonly total: Sum;
};

export function LanesTable({ lanes, total }: LanesTableProps) {
  return (
    <Table caption="Entries by lane">
      <Thead>
        <tr>
          <Th>Lane</Th>
          <Th>Next step</Th>
          <Th num>Entries</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {lanes.map((lane) => (
          <tr key={lane.name}>
            <Td nowrap className="font-medium">
              {lane.name}
            </Td>
            <Td className="min-w-56 text-muted">{lane.nextStep}</Td>
            <Td num>{lane.entries.toLocaleString("en-US")}</Td>
            <SumCell sum={lane} />
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td>All</Td>
          <Td>{""}</Td>
          <Td num>{total.entries.toLocaleString("en-US")}</Td>
          <SumCell sum={total} />
        </tr>
      </Tfoot>
    </Table>
  );
}
