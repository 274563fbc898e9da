import { LaneBadge } from "@/components/entries/lane-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Lane } from "@/lib/domain";
import { formatUsdOrNull } from "@/lib/wording/money";

export type MovedEntryRow = {
  readonly number: string;
  readonly href: string;
  readonly before: Lane;
  readonly after: Lane;
  readonly now: Lane;
  /** Exchange form; null while it is a range. */
  readonly refundableBefore: string | null;
  readonly refundableAfter: string | null;
  readonly metOn: string;
};

/** Every entry that one change of the rules moved, with its lane and its money on both sides of the change. */
export function MovedEntriesTable({ rows }: { readonly rows: readonly MovedEntryRow[] }) {
  if (rows.length === 0) return <EmptyState title="No entry of yours was moved by this change" />;
  return (
    <Table caption="Entries moved by the change">
      <Thead>
        <tr>
          <Th>Entry number</Th>
          <Th>Lane before</Th>
          <Th>Lane after</Th>
          <Th num>Refundable before, USD</Th>
          <Th num>Refundable after</Th>
          <Th>Lane now</Th>
          <Th>First screened under it</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.number} className="hover:bg-sunken">
            <Td mono>
              <TextLink href={row.href}>{row.number}</TextLink>
            </Td>
            <Td>
              <LaneBadge lane={row.before} />
            </Td>
            <Td>
              <LaneBadge lane={row.after} />
            </Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.refundableBefore)} unknown="a range" />
            </Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.refundableAfter)} unknown="a range" />
            </Td>
            <Td>
              <LaneBadge lane={row.now} />
            </Td>
            <Td mono>{row.metOn}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
