import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type RejectedTableRow = {
  readonly number: string;
  /** Eleven characters, as it is sent. */
  readonly value: string;
  /** Null: no file shows the entry. */
  readonly href: string | null;
  readonly importer: string;
  readonly claim: { readonly name: string; readonly href: string };
  readonly filedBy: string | null;
  /** "Can be filed again since 2026-06-25", or why it cannot be ticked. */
  readonly state: string;
  readonly declaration: { readonly name: string; readonly href: string } | null;
  /** The lane of the entry today. */
  readonly lane: string | null;
  /** "2026-12-01, in 10 days"; null while the entry is not liquidated. */
  readonly window: string | null;
  readonly refundable: string | null;
  readonly mayBeTicked: boolean;
};

type RejectedRowsTableProps = {
  readonly rows: readonly RejectedTableRow[];
  readonly mayTick: boolean;
  readonly caption: string;
};

export function RejectedRowsTable({ rows, mayTick, caption }: RejectedRowsTableProps) {
  return (
    <Table caption={caption}>
      <Thead>
        <tr>
          {mayTick ? <Th>File again</Th> : null}
          <Th>Entry number</Th>
          <Th>Claim</Th>
          <Th>Where it stands</Th>
          <Th>CAPE window</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.value}>
            {mayTick ? (
              <Td>
                {row.mayBeTicked ? (
                  <input
                    type="checkbox"
                    name="entry"
                    value={row.value}
                    aria-label={`File ${row.number} again`}
                    className="size-4.5 accent-accent"
                  />
                ) : null}
              </Td>
            ) : null}
            <Td mono>
              {row.href === null ? row.number : <TextLink href={row.href}>{row.number}</TextLink>}
              <span className="block font-sans text-muted">{row.importer}</span>
            </Td>
            <Td mono>
              <TextLink href={row.claim.href}>{row.claim.name}</TextLink>
              {row.filedBy === null ? null : <span className="block text-muted">{row.filedBy}</span>}
            </Td>
            <Td className="min-w-56">
              {row.state}
              {row.declaration === null ? null : (
                <span className="block">
                  <TextLink href={row.declaration.href}>{row.declaration.name}</TextLink>
                </span>
              )}
              {row.lane === null ? null : <span className="block text-muted">{row.lane}</span>}
            </Td>
            <Td className="min-w-40">
              {row.window ?? <span className="text-muted">not liquidated: no last day yet</span>}
            </Td>
            <Td num>
              <Money amount={row.refundable} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
