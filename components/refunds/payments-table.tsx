import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

export type NamedBadge = { readonly name: string; readonly tone: Tone };

export type PaymentRow = {
  readonly id: string;
  readonly href: string;
  readonly day: string | null;
  /** Refund ID, trace number, or what the bank says. */
  readonly name: string;
  readonly payee: string;
  readonly entries: number;
  /** Exchange form; null where something cannot be compared. */
  readonly expected: string | null;
  readonly paid: string;
  readonly difference: string | null;
  readonly status: NamedBadge;
  readonly variances: readonly NamedBadge[];
  readonly bank: string;
};

/** Payments with the entries that each pays, expected beside paid, and every difference by its name. */
export function PaymentsTable({ rows }: { readonly rows: readonly PaymentRow[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title="No payment fits this filter">Choose another filter, or all payments.</EmptyState>
    );
  return (
    <Table caption="Payments">
      <Thead>
        <tr>
          <Th>Day</Th>
          <Th>Payment</Th>
          <Th>Payee</Th>
          <Th num>Entries</Th>
          <Th num>Expected, USD</Th>
          <Th num>Paid</Th>
          <Th num>Difference</Th>
          <Th>Status</Th>
          <Th>Bank</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td mono>{row.day ?? <span className="font-sans text-muted">not known</span>}</Td>
            <Td mono className="max-w-52 truncate">
              <TextLink href={row.href}>{row.name}</TextLink>
            </Td>
            <Td className="min-w-36">{row.payee}</Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>
              <Money amount={row.expected === null ? null : formatUsd(row.expected)} />
            </Td>
            <Td num>{formatUsd(row.paid)}</Td>
            <Td num className={row.difference === "0.00" ? "text-muted" : "text-blocked"}>
              <Money amount={row.difference === null ? null : formatUsd(row.difference)} />
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                <Badge tone={row.status.tone}>{row.status.name}</Badge>
                {row.variances.map(({ name, tone }) => (
                  <Badge key={name} tone={tone}>
                    {name}
                  </Badge>
                ))}
              </span>
            </Td>
            <Td className="min-w-24">{row.bank}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
