import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

export type LeftOutGroup = {
  readonly key: string;
  readonly reason: string;
  readonly entries: number;
  /** Refundable duty that stays out with them, exchange form. */
  readonly refundable: string;
  /** The rows themselves. */
  readonly href: string | null;
  readonly nextStep: string;
};

type LeftOutTableProps = {
  readonly groups: readonly LeftOutGroup[];
  readonly totals: { readonly entries: number; readonly refundable: string };
};

/** What stays out of the file and why, with its dollars: nothing is dropped in silence. */
export function LeftOutTable({ groups, totals }: LeftOutTableProps) {
  if (groups.length === 0) return <EmptyState title="Nothing is left out" />;
  return (
    <Table caption="Entries left out and why">
      <Thead>
        <tr>
          <Th>Why it stays out</Th>
          <Th>Next step</Th>
          <Th num>Entries</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <Td className="min-w-56">
              {group.href === null ? group.reason : <TextLink href={group.href}>{group.reason}</TextLink>}
            </Td>
            <Td className="min-w-56 text-muted">{group.nextStep}</Td>
            <Td num>{formatCount(group.entries)}</Td>
            <Td num>{formatUsd(group.refundable)}</Td>
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td colSpan={2}>Left out</Td>
          <Td num>{formatCount(totals.entries)}</Td>
          <Td num>{formatUsd(totals.refundable)}</Td>
        </tr>
      </Tfoot>
    </Table>
  );
}
