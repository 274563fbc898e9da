import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { SumCell, type Sum } from "./sum-cell";

export type RiskRow = Sum & {
  readonly outcome: string;
  readonly rejected: boolean;
  readonly message: string;
  readonly meaning: string;
  readonly fix: string;
  readonly owner: string;
  readonly confidence: string;
  readonly deadline: string | null;
};

/** What CAPE would answer, by its message, with what mends it and until when. */
export function RisksTable({ risks }: { readonly risks: readonly RiskRow[] }) {
  if (risks.length === 0) return <EmptyState title="Nothing here that CAPE would reject" />;
  return (
    <Table caption="Rejection risks">
      <Thead>
        <tr>
          <Th>Message of CAPE</Th>
          <Th>What mends it</Th>
          <Th num>Entries</Th>
          <Th num>Refundable, USD</Th>
          <Th>Next last day</Th>
        </tr>
      </Thead>
      <Tbody>
        {risks.map((risk) => (
          <tr key={`${risk.outcome} ${risk.message}`}>
            <Td className="min-w-64 space-y-1">
              <p className="font-medium">{risk.message}</p>
              <p className="text-muted">{risk.meaning}</p>
              <Badge tone={risk.rejected ? "blocked" : "caution"}>
                {risk.outcome}, {risk.confidence.toLowerCase()}
              </Badge>
            </Td>
            <Td className="min-w-56">
              <p>{risk.fix}</p>
              <p className="text-muted">By {risk.owner}.</p>
            </Td>
            <Td num>{risk.entries.toLocaleString("en-US")}</Td>
            <SumCell sum={risk} />
            <Td mono>{risk.deadline ?? <span className="font-sans text-muted">none runs</span>}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
