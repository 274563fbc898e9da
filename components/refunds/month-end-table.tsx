import { clsx } from "clsx";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

export type MonthLine = {
  readonly key: string;
  /** The importer, or all. */
  readonly name: string;
  readonly part: "Principal" | "Interest" | "Both";
  readonly isTotal: boolean;
  /** Exchange form. */
  readonly opening: string;
  readonly added: string;
  readonly paid: string;
  readonly rejected: string;
  readonly open: string;
  readonly diverted: string;
};

/** Opening + filed − paid − rejected = open, by importer and in all. */
export function MonthEndTable({ lines }: { readonly lines: readonly MonthLine[] }) {
  return (
    <Table caption="Receivable of the month">
      <Thead>
        <tr>
          <Th>Importer</Th>
          <Th>Part</Th>
          <Th num>Opening, USD</Th>
          <Th num>+ Filed, accrued</Th>
          <Th num>− Paid</Th>
          <Th num>− Rejected</Th>
          <Th num>= Open</Th>
          <Th num>Of paid: diverted</Th>
        </tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <tr key={line.key} className={clsx(line.isTotal && "bg-sunken font-medium")}>
            <Td className="min-w-40">{line.name}</Td>
            <Td>{line.part}</Td>
            <Td num>{formatUsd(line.opening)}</Td>
            <Td num>{formatUsd(line.added)}</Td>
            <Td num>{formatUsd(line.paid)}</Td>
            <Td num>{formatUsd(line.rejected)}</Td>
            <Td num className="font-medium">
              {formatUsd(line.open)}
            </Td>
            <Td num className="text-muted">
              {formatUsd(line.diverted)}
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
