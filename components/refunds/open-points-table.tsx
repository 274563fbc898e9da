import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsd } from "@/lib/wording/money";

import type { NamedBadge } from "./payments-table";

export type OpenPoint = {
  readonly id: string;
  readonly kind: NamedBadge;
  /** A payment, an entry, or a credit of the bank. */
  readonly what: string;
  readonly href: string | null;
  /** Exchange form. */
  readonly amount: string;
  readonly sentence: string;
};

/** Money that nothing explains, or that did not arrive: above everything else. */
export function OpenPointsTable({ points }: { readonly points: readonly OpenPoint[] }) {
  return (
    <Table caption="To look at">
      <Thead>
        <tr>
          <Th>What is wrong</Th>
          <Th>Where</Th>
          <Th num>USD</Th>
          <Th>What to do</Th>
        </tr>
      </Thead>
      <Tbody>
        {points.map(({ id, kind, what, href, amount, sentence }) => (
          <tr key={id}>
            <Td>
              <Badge tone={kind.tone}>{kind.name}</Badge>
            </Td>
            <Td mono>{href === null ? what : <TextLink href={href}>{what}</TextLink>}</Td>
            <Td num>{formatUsd(amount)}</Td>
            <Td className="min-w-64">{sentence}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
