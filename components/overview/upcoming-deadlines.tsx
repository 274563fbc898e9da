import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/wording/count";

export type DeadlineRow = {
  readonly id: string;
  readonly day: string;
  /** "in 6 days", "today". */
  readonly away: string;
  /** "day 75 of 80"; null where there is no count. */
  readonly count: string | null;
  readonly what: string;
  readonly entries: number;
  /** Dollars that hang on it, as people read them. */
  readonly refundable: string;
  readonly href: string;
  readonly warning: boolean;
};

export function UpcomingDeadlines({ rows }: { readonly rows: readonly DeadlineRow[] }) {
  if (rows.length === 0) return <EmptyState title="No last day in the next 30 days" />;
  return (
    <Table caption="Last days in the next 30 days">
      <Thead>
        <tr>
          <Th>Last day</Th>
          <Th>What ends</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td nowrap>
              <span className="font-mono">{row.day}</span>
              <span className="block text-muted">{row.away}</span>
            </Td>
            <Td>
              <TextLink href={row.href}>{row.what}</TextLink>
              <span className="flex flex-wrap items-center gap-x-2 text-muted">
                {countOf(row.entries, "entry", "entries")}
                {row.count === null ? null : <span>{row.count}</span>}
                {row.warning ? <Badge tone="caution">Last days</Badge> : null}
              </span>
            </Td>
            <Td num>{row.refundable}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
