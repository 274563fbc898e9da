import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatCount } from "@/lib/wording/count";
import { DECLARATION_STATE_NAMES, type DeclarationState } from "@/lib/wording/declarations";
import { formatUsd } from "@/lib/wording/money";

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
  /** Its file is made, so it can be taken along in a ZIP. */
  readonly hasFile: boolean;
  /** Built a moment ago, so it is ticked once its file is made. */
  readonly ticked: boolean;
};

const DECLARATION_TONES = {
  draft: "neutral",
  frozen: "caution",
  filed: "ready",
  withdrawn: "neutral",
} as const satisfies Record<DeclarationState, Tone>;

export const DeclarationBadge = ({ state }: { readonly state: DeclarationState }) => (
  <Badge tone={DECLARATION_TONES[state]}>{DECLARATION_STATE_NAMES[state]}</Badge>
);

type DeclarationsTableProps = {
  readonly rows: readonly DeclarationRow[];
  /** Sends `id` for every row that is ticked; null where the reader may not download. */
  readonly zipHref: string | null;
};

/** The declarations, to be opened one by one or downloaded several at once. */
export function DeclarationsTable({ rows, zipHref }: DeclarationsTableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No declaration has been built yet">
        Choose an importer and its CAPE lanes to build one.
      </EmptyState>
    );
  }
  const table = <Rows rows={rows} choosable={zipHref !== null} />;
  if (zipHref === null || !rows.some(({ hasFile }) => hasFile)) return table;
  return (
    <form action={zipHref}>
      {table}
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
        <Button type="submit" variant="secondary" size="sm">
          Download the ticked files as one ZIP
        </Button>
        <span className="text-sm text-muted">
          Each file in it is the same to the byte as downloaded alone.
        </span>
      </div>
    </form>
  );
}

type RowsProps = {
  readonly rows: readonly DeclarationRow[];
  readonly choosable: boolean;
};

function Rows({ rows, choosable }: RowsProps) {
  return (
    <Table caption="CAPE Declarations">
      <Thead>
        <tr>
          {choosable ? (
            <Th>
              <span className="sr-only">In the ZIP</span>
            </Th>
          ) : null}
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
            {choosable ? (
              <Td>
                <input
                  type="checkbox"
                  name="id"
                  value={row.id}
                  disabled={!row.hasFile}
                  defaultChecked={row.hasFile && row.ticked}
                  aria-label={`${row.fileName} in the ZIP`}
                  className="size-4.5 accent-accent"
                />
              </Td>
            ) : null}
            <Td mono>
              <TextLink href={row.href}>{row.fileName}</TextLink>
            </Td>
            <Td className="min-w-40">{row.importer}</Td>
            <Td>
              <DeclarationBadge state={row.state} />
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
