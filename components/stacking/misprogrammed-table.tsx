import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { Quoted } from "@/components/ui/quoted";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsdOrNull } from "@/lib/wording/money";

export type MisprogrammedRowText = {
  readonly id: string;
  readonly number: string;
  readonly href: string;
  readonly line: string | null;
  readonly code: string;
  /** What is odd and how it may have come about, in a sentence. */
  readonly sentence: string;
  readonly assessed: string | null;
  readonly expectedRate: string | null;
  /** Exchange form; null where it is not about an amount. */
  readonly duty: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
};

/** Rows whose duty does not fit their number: a rate, a program, a place on the entry summary. */
export function MisprogrammedTable({ rows }: { readonly rows: readonly MisprogrammedRowText[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title="Every duty fits its number">
        No row of this period carries a duty, a value or a number that its program does not explain.
      </EmptyState>
    );
  return (
    <Table caption="Mis-programmed money">
      <Thead>
        <tr>
          <Th>Entry</Th>
          <Th>Number</Th>
          <Th num>Assessed</Th>
          <Th num>Expected</Th>
          <Th num>Duty, USD</Th>
          <Th num>Expected duty</Th>
          <Th num>Difference</Th>
          <Th>What is odd</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td mono>
              <TextLink href={row.href}>{row.number}</TextLink>
              {row.line === null ? null : <span className="block font-sans text-muted">line {row.line}</span>}
            </Td>
            <Td mono>{row.code}</Td>
            <Td num>{row.assessed ?? ""}</Td>
            <Td num>{row.expectedRate ?? ""}</Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.duty)} unknown="" />
            </Td>
            <Td num>
              <Money amount={formatUsdOrNull(row.expected)} unknown="" />
            </Td>
            <Td num className="font-medium">
              <Money amount={formatUsdOrNull(row.difference)} unknown="" />
            </Td>
            <Td className="min-w-72">
              <Quoted text={row.sentence} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
