import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatInstant } from "@/lib/wording/day";

export type SessionRow = {
  readonly id: string;
  readonly current: boolean;
  readonly address: string;
  readonly userAgent: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
};

/** Where one's account is signed in. */
export function SessionsTable({ rows }: { readonly rows: readonly SessionRow[] }) {
  return (
    <Table caption="Sessions">
      <Thead>
        <tr>
          <Th>Signed in</Th>
          <Th>Last seen</Th>
          <Th>Address</Th>
          <Th>Browser</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td mono nowrap>
              {formatInstant(row.createdAt)}
            </Td>
            <Td mono nowrap>
              {formatInstant(row.lastSeenAt)}
            </Td>
            <Td mono>{row.address}</Td>
            <Td className="min-w-56 text-muted">
              {row.current ? <Badge tone="ready">This session</Badge> : null} {row.userAgent}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
