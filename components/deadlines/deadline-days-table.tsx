import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type DeadlineDayRow = {
  readonly id: string;
  readonly day: string;
  /** "in 6 days", "today". */
  readonly away: string;
  readonly what: string;
  /** The rule in a few words, with its law. */
  readonly rule: string;
  /** "2026-09-02 (last liquidation) + 80 days". */
  readonly formula: string;
  /** With the reason where it is before the last day; null where CBP acts and not the filer. */
  readonly safeDay: string | null;
  /** "14 entries". */
  readonly entries: string;
  /** "51,200.00 and 3 ranges". */
  readonly atRisk: string;
  readonly estimated: boolean;
  readonly disputed: boolean;
  /** Few days are left. */
  readonly pressing: boolean;
  readonly href: string;
};

/** What a last day is not sure of. */
export function Doubts({ estimated, disputed }: Pick<DeadlineDayRow, "estimated" | "disputed">) {
  return (
    <>
      {estimated ? <Badge tone="neutral">Estimate</Badge> : null}
      {disputed ? <Badge tone="caution">Disputed, earliest reading</Badge> : null}
    </>
  );
}

/** Last days, the next first: what ends, how it is counted, when to have acted, and what is at stake. */
export function DeadlineDaysTable({ rows }: { readonly rows: readonly DeadlineDayRow[] }) {
  if (rows.length === 0) return <EmptyState title="No last day in this filter" />;
  return (
    <Table caption="Last days">
      <Thead>
        <tr>
          <Th>Last day</Th>
          <Th>What ends</Th>
          <Th>How it is counted</Th>
          <Th>Last safe day</Th>
          <Th num>At risk, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td nowrap>
              <span className="font-mono">{row.day}</span>
              <span className="block text-muted">{row.away}</span>
            </Td>
            <Td className="min-w-52">
              <TextLink href={row.href}>{row.what}</TextLink>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
                {row.entries}
                {row.pressing ? <Badge tone="caution">Last days</Badge> : null}
                <Doubts estimated={row.estimated} disputed={row.disputed} />
              </span>
            </Td>
            <Td className="max-w-md min-w-64">
              <span className="block tabular-nums">{row.formula}</span>
              <span className="block text-muted">{row.rule}</span>
            </Td>
            <Td className="min-w-36 tabular-nums">
              {row.safeDay ?? <span className="text-muted">CBP acts, not you</span>}
            </Td>
            <Td num>{row.atRisk}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
