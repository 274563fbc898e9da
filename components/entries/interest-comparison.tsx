import { Disclosure } from "@/components/ui/disclosure";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsd } from "@/lib/wording/money";

export type ComparedFigure = {
  readonly name: string;
  /** The entry with the worksheet of this convention. */
  readonly href: string;
  /** Exchange form. */
  readonly interest: string;
  /** Against ours; null for ours. */
  readonly difference: string | null;
  /** Why ours is computed otherwise. */
  readonly because: string;
  readonly selected: boolean;
};

type InterestComparisonProps = {
  /** Ours first. */
  readonly rows: readonly ComparedFigure[];
  readonly open: boolean;
};

/** `+181.58`, `−47.29`, `0.00`. */
export const formatDifference = (difference: string): string =>
  `${difference.startsWith("-") || difference === "0.00" ? "" : "+"}${formatUsd(difference)}`;

/** What other calculators would say. A link shows its worksheet; the figure above stays ours. */
export function InterestComparison({ rows, open }: InterestComparisonProps) {
  return (
    <Disclosure summary={`Compare with ${String(rows.length - 1)} other ways to compute it`} open={open}>
      <div className="-mx-4 border-t border-line">
        <Table caption="Interest under other conventions">
          <Thead>
            <tr>
              <Th>Convention</Th>
              <Th num>Interest</Th>
              <Th num>Against ours</Th>
              <Th>Why ours is computed otherwise</Th>
            </tr>
          </Thead>
          <Tbody>
            {rows.map(({ name, href, interest, difference, because, selected }) => (
              <tr
                key={name}
                aria-current={selected ? "true" : undefined}
                className={selected ? "bg-accent-wash" : ""}
              >
                <Td nowrap>{selected ? <strong>{name}</strong> : <TextLink href={href}>{name}</TextLink>}</Td>
                <Td num>{formatUsd(interest)}</Td>
                <Td num>{difference === null ? "" : formatDifference(difference)}</Td>
                <Td className="min-w-64 text-muted">{because}</Td>
              </tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </Disclosure>
  );
}
