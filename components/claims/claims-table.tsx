import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

export type ClaimRow = {
  readonly id: string;
  readonly href: string;
  /** Null while CBP has assigned none. */
  readonly claimNumber: string | null;
  readonly importer: string;
  /** Somebody else filed it; only files of CBP tell of it. */
  readonly elsewhere: boolean;
  readonly status: string;
  readonly tone: Tone;
  readonly filedOn: string | null;
  readonly entries: number;
  readonly accepted: number;
  readonly failed: number;
  /** Expected refund, exchange form. */
  readonly refundable: string;
};

export function ClaimsTable({ rows }: { readonly rows: readonly ClaimRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No claim is recorded yet">
        A claim begins when a declaration is marked as filed, or when a file of CBP names it.
      </EmptyState>
    );
  }
  return (
    <Table caption="Claims">
      <Thead>
        <tr>
          <Th>Claim number</Th>
          <Th>Importer</Th>
          <Th>Status</Th>
          <Th>Filed</Th>
          <Th num>Entries</Th>
          <Th num>Accepted</Th>
          <Th num>Failed</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td mono>
              <TextLink href={row.href}>{row.claimNumber ?? "not assigned"}</TextLink>
              {row.elsewhere ? <span className="block font-sans text-muted">filed elsewhere</span> : null}
            </Td>
            <Td className="min-w-40">{row.importer}</Td>
            <Td>
              <Badge tone={row.tone}>{row.status}</Badge>
            </Td>
            <Td mono>{row.filedOn ?? <span className="font-sans text-muted">not known</span>}</Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>{formatCount(row.accepted)}</Td>
            <Td num className={row.failed > 0 ? "text-blocked" : ""}>
              {formatCount(row.failed)}
            </Td>
            <Td num>{formatUsd(row.refundable)}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
