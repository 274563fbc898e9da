import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

type DeclarationState = "draft" | "frozen" | "filed" | "withdrawn";

export type DeclarationRow = {
  readonly id: string;
  readonly href: string;
  readonly fileName: string;
  readonly importer: string;
  readonly entries: number;
  /** Certain refundable duty in the file, exchange form. */
  readonly refundable: string;
  readonly createdOn: string;
  readonly state: DeclarationState;
  readonly claim: { readonly number: string; readonly href: string } | null;
};

export const DECLARATION_STATES = {
  draft: { word: "Draft", tone: "neutral" },
  frozen: { word: "Frozen, not filed", tone: "caution" },
  filed: { word: "Filed", tone: "ready" },
  withdrawn: { word: "Withdrawn", tone: "neutral" },
} as const satisfies Record<DeclarationState, { word: string; tone: Tone }>;

export function DeclarationsTable({ rows }: { readonly rows: readonly DeclarationRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No declaration has been built yet">
        Choose an importer and its CAPE lanes to build one.
      </EmptyState>
    );
  }
  return (
    <Table caption="CAPE Declarations">
      <Thead>
        <tr>
          <Th>File</Th>
          <Th>Importer</Th>
          <Th>State</Th>
          <Th num>Entries</Th>
          <Th num>Refundable, USD</Th>
          <Th>Built</Th>
          <Th>Claim number</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td mono>
              <TextLink href={row.href}>{row.fileName}</TextLink>
            </Td>
            <Td className="min-w-40">{row.importer}</Td>
            <Td>
              <Badge tone={DECLARATION_STATES[row.state].tone}>{DECLARATION_STATES[row.state].word}</Badge>
            </Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>{formatUsd(row.refundable)}</Td>
            <Td mono>{row.createdOn}</Td>
            <Td mono>
              {row.claim === null ? (
                <span className="font-sans text-muted">none yet</span>
              ) : (
                <TextLink href={row.claim.href}>{row.claim.number}</TextLink>
              )}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
