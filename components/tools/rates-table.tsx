import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";

type RateRow = {
  readonly from: string;
  readonly until: string;
  readonly corporation: string;
  readonly other: string;
  readonly source: string;
  readonly inferred: boolean;
  readonly current: boolean;
};

export function RatesTable({ rows }: { readonly rows: readonly RateRow[] }) {
  return (
    <Table caption="Overpayment rates by quarter">
      <Thead>
        <tr>
          <Th>From</Th>
          <Th>Through</Th>
          <Th num>Corporations</Th>
          <Th num>Others</Th>
          <Th>Source</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map(({ from, until, corporation, other, source, inferred, current }) => (
          <tr key={from} className={current ? "bg-accent-wash" : ""}>
            <Td mono>{from}</Td>
            <Td mono>{until}</Td>
            <Td num>{corporation}%</Td>
            <Td num>{other}%</Td>
            <Td className="min-w-64">
              {source} {inferred ? <Badge tone="neutral">Inferred</Badge> : null}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
