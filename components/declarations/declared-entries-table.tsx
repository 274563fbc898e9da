import { LaneBadge } from "@/components/entries/lane-badge";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Lane } from "@/lib/domain";
import { formatUsdOrNull, formatUsdRange } from "@/lib/wording/money";

export type DeclaredRow = {
  /** As people read it: `ZZX-1000005-2`. */
  readonly number: string;
  readonly href: string;
  readonly lane: Lane;
  /** Exchange form; max null when it has no upper bound. */
  readonly refundableMin: string;
  readonly refundableMax: string | null;
  readonly interest: string | null;
};

/** The entries of one declaration, in the order of its file. */
export function DeclaredEntriesTable({ rows }: { readonly rows: readonly DeclaredRow[] }) {
  return (
    <Table caption="Entries of the declaration">
      <Thead>
        <tr>
          <Th>Entry number</Th>
          <Th>Lane</Th>
          <Th num>Refundable, USD</Th>
          <Th num>Interest, estimate, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.number} className="hover:bg-sunken">
            <Td mono>
              <TextLink href={row.href}>{row.number}</TextLink>
            </Td>
            <Td>
              <LaneBadge lane={row.lane} />
            </Td>
            <Td num>{formatUsdRange(row.refundableMin, row.refundableMax)}</Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.interest)} unknown="none yet" />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
