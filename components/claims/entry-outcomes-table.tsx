import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatUsdOrNull } from "@/lib/wording/money";
import { Money } from "@/components/ui/money";

export type EntryOutcomeRow = {
  readonly number: string;
  /** Null where only the claims file names the entry. */
  readonly href: string | null;
  readonly outcome: string;
  readonly tone: Tone;
  /** The last step since it was accepted; null while none is known. */
  readonly step: string | null;
  readonly liquidatedOn: string | null;
  /** CBP's words, verbatim; null when it said nothing. */
  readonly message: string | null;
  /** Null when the message is not in our dictionary. */
  readonly meaning: string | null;
  readonly nextStep: string | null;
  /** "you", "your broker", "CBP". */
  readonly owner: string | null;
  /** Nothing is left to do. */
  readonly settled: boolean;
  readonly refundable: string | null;
};

function Message({ row }: { readonly row: EntryOutcomeRow }) {
  if (row.message === null) return <span className="text-muted">no message</span>;
  return (
    <>
      <code className="font-mono text-sm">{row.message}</code>
      <p className="text-muted">{row.meaning ?? "Not in our dictionary; shown as CBP wrote it."}</p>
    </>
  );
}

export function EntryOutcomesTable({ rows }: { readonly rows: readonly EntryOutcomeRow[] }) {
  if (rows.length === 0) return <EmptyState title="CBP has not answered for any entry yet" />;
  return (
    <Table caption="Outcome per entry">
      <Thead>
        <tr>
          <Th>Entry number</Th>
          <Th>Outcome</Th>
          <Th>CBP&apos;s words and what they mean</Th>
          <Th>Next step</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <Td mono>{row.href === null ? row.number : <TextLink href={row.href}>{row.number}</TextLink>}</Td>
            <Td>
              <Badge tone={row.tone}>{row.outcome}</Badge>
              {row.step === null ? null : <span className="block text-muted">{row.step}</span>}
              {row.liquidatedOn === null ? null : (
                <span className="block text-muted">
                  liquidated <span className="font-mono">{row.liquidatedOn}</span>
                </span>
              )}
            </Td>
            <Td className="min-w-72">
              <Message row={row} />
            </Td>
            <Td className="min-w-56">
              {row.nextStep ?? (
                <span className="text-muted">{row.settled ? "nothing to do" : "wait for CBP"}</span>
              )}
              {row.owner === null ? null : <span className="block text-muted">Up to: {row.owner}</span>}
            </Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.refundable)} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
