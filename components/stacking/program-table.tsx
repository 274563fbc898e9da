import { clsx } from "clsx";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { RangeCell, type MoneyRange } from "./money-range";

export type { MoneyRange };

type ProgramMoney = {
  readonly paid: MoneyRange;
  readonly refundable: MoneyRange;
  readonly stays: MoneyRange;
};

export type ProgramRow = ProgramMoney & {
  readonly id: string;
  /** A subtotal repeats what stands above it and is not in the total. */
  readonly level: "program" | "subtotal" | "authority";
  readonly name: string;
};

type ProgramTableProps = {
  readonly rows: readonly ProgramRow[];
  readonly total: ProgramMoney;
};

function MoneyCells({ paid, refundable, stays }: ProgramMoney) {
  return (
    <>
      <Td num>
        <RangeCell range={paid} />
      </Td>
      <Td num className="font-medium text-ready">
        <RangeCell range={refundable} />
      </Td>
      <Td num>
        <RangeCell range={stays} />
      </Td>
    </>
  );
}

/** Under which program duty was paid, what of it comes back, and what stays. */
export function ProgramTable({ rows, total }: ProgramTableProps) {
  if (rows.length === 0)
    return <EmptyState title="No duty in this period">Choose other months, or all importers.</EmptyState>;
  return (
    <Table caption="Duty by program">
      <Thead>
        <tr>
          <Th>Program</Th>
          <Th num>Paid, USD</Th>
          <Th num>Refundable</Th>
          <Th num>Stays</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className={clsx(row.level === "subtotal" && "bg-sunken")}>
            <Td className={clsx("min-w-44", row.level === "subtotal" && "font-medium")}>{row.name}</Td>
            <MoneyCells {...row} />
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td>All programs</Td>
          <MoneyCells {...total} />
        </tr>
      </Tfoot>
    </Table>
  );
}
