import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type NeedRow = {
  readonly id: string;
  /** "File 14 entries in CAPE". */
  readonly what: string;
  readonly why: string;
  /** "in 6 days"; null where no clock runs. */
  readonly when: string | null;
  readonly pressing: boolean;
  readonly amount: string;
  readonly href: string;
};

/** What somebody should do next, the most urgent first; each leads to its rows. */
export function NeedsList({ rows }: { readonly rows: readonly NeedRow[] }) {
  if (rows.length === 0) return <EmptyState title="Nothing needs you today" />;
  return (
    <Table caption="What needs you">
      <Thead>
        <tr>
          <Th>What to do</Th>
          <Th>Next last day</Th>
          <Th num>Hangs on it, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td className="min-w-56">
              <TextLink href={row.href}>{row.what}</TextLink>
              <span className="block text-muted">{row.why}</span>
            </Td>
            <Td nowrap>
              {row.when ?? <span className="text-muted">no clock</span>}
              {row.pressing ? (
                <span className="block">
                  <Badge tone="caution">Last days</Badge>
                </span>
              ) : null}
            </Td>
            <Td num>{row.amount}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
