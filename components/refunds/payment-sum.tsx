import { clsx } from "clsx";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

export type SumLine = {
  readonly name: string;
  /** Exchange form. */
  readonly amount: string;
  readonly isTotal: boolean;
};

/** Lines that add up to the payment. */
export function PaymentSum({ lines }: { readonly lines: readonly SumLine[] }) {
  return (
    <Table caption="Sum of the payment">
      <Thead>
        <tr>
          <Th>Part</Th>
          <Th num>USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {lines.map(({ name, amount, isTotal }) => (
          <tr key={name} className={clsx(isTotal && "bg-sunken font-medium")}>
            <Td>{name}</Td>
            <Td num>{formatUsd(amount)}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
