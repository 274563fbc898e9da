import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsd, formatUsdOrNull } from "@/lib/wording/money";

import type { NamedBadge } from "./payments-table";

export type PaidEntryRow = {
  readonly key: string;
  readonly number: string;
  readonly href: string;
  readonly claim: string | null;
  readonly liquidated: string | null;
  /** Exchange form; null is not known. */
  readonly principalDue: string | null;
  readonly principalPaid: string | null;
  readonly interestDue: string | null;
  readonly interestPaid: string | null;
  /** Paid less expected, both parts; null where they cannot be compared. */
  readonly difference: string | null;
  readonly variances: readonly NamedBadge[];
  /** Why a figure is not known, or what the variance comes from. */
  readonly notes: readonly string[];
};

/** What was due on each entry beside what was paid on it. */
export function PaidEntriesTable({
  rows,
  caption,
}: {
  readonly rows: readonly PaidEntryRow[];
  readonly caption: string;
}) {
  return (
    <Table caption={caption}>
      <Thead>
        <tr>
          <Th>Entry</Th>
          <Th>Claim</Th>
          <Th>Liquidated</Th>
          <Th num>Principal due, USD</Th>
          <Th num>Principal paid</Th>
          <Th num>Interest due</Th>
          <Th num>Interest paid</Th>
          <Th num>Difference</Th>
          <Th>Why</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Td mono>
              <TextLink href={row.href}>{row.number}</TextLink>
            </Td>
            <Td mono>{row.claim ?? <span className="font-sans text-muted">not named</span>}</Td>
            <Td mono>{row.liquidated ?? <span className="font-sans text-muted">not known</span>}</Td>
            {[row.principalDue, row.principalPaid, row.interestDue, row.interestPaid].map((amount, index) => (
              <Td key={index} num>
                <Money amount={formatUsdOrNull(amount)} />
              </Td>
            ))}
            <Td num className={row.difference === "0.00" ? "text-muted" : "text-blocked"}>
              <Money amount={row.difference === null ? null : formatUsd(row.difference)} />
            </Td>
            <Td className="min-w-56">
              <span className="flex flex-wrap gap-1">
                {row.variances.map(({ name, tone }) => (
                  <Badge key={name} tone={tone}>
                    {name}
                  </Badge>
                ))}
              </span>
              {row.notes.map((note) => (
                <span key={note} className="block text-muted">
                  {note}
                </span>
              ))}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
