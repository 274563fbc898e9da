import { LaneBadge } from "@/components/entries/lane-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Lane } from "@/lib/domain";
import { Doubts } from "./deadline-days-table";

export type ClockEntryRow = {
  readonly number: string;
  readonly href: string;
  readonly lane: Lane;
  readonly importer: string | null;
  readonly formula: string;
  readonly safeDay: string | null;
  readonly atRisk: string;
  readonly estimated: boolean;
  readonly disputed: boolean;
};

/** Every entry of which a clock runs out on one day. */
export function ClockEntriesTable({ rows }: { readonly rows: readonly ClockEntryRow[] }) {
  if (rows.length === 0) return <EmptyState title="No entry of yours has this last day" />;
  return (
    <Table caption="Entries with this last day">
      <Thead>
        <tr>
          <Th>Entry number</Th>
          <Th>Importer</Th>
          <Th>Lane</Th>
          <Th>How it is counted</Th>
          <Th>Last safe day</Th>
          <Th num>At risk, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.number} className="hover:bg-sunken">
            <Td mono>
              <TextLink href={row.href}>{row.number}</TextLink>
            </Td>
            <Td mono>{row.importer ?? <span className="font-sans text-muted">not known</span>}</Td>
            <Td>
              <LaneBadge lane={row.lane} />
            </Td>
            <Td className="min-w-52">
              {row.formula}{" "}
              <span className="inline-flex flex-wrap gap-1">
                <Doubts estimated={row.estimated} disputed={row.disputed} />
              </span>
            </Td>
            <Td className="min-w-36">{row.safeDay ?? <span className="text-muted">CBP acts</span>}</Td>
            <Td num>{row.atRisk}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
