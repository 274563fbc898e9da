import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { RangeCell, type MoneyRange } from "./money-range";

export type MonthRow = {
  /** `2025-03`; null: the entry date is not known. */
  readonly month: string | null;
  /** Duty paid, one amount a column. */
  readonly paid: readonly MoneyRange[];
  readonly refundable: MoneyRange;
  readonly stays: MoneyRange;
};

type MonthTableProps = {
  /** "IEEPA", "Section 301" and so on. */
  readonly columns: readonly string[];
  readonly rows: readonly MonthRow[];
};

/** The same duty by month of entry. */
export function MonthTable({ columns, rows }: MonthTableProps) {
  return (
    <Table caption="Duty by month of entry">
      <Thead>
        <tr>
          <Th>Month</Th>
          {columns.map((column) => (
            <Th key={column} num>
              {column}
            </Th>
          ))}
          <Th num>Refundable</Th>
          <Th num>Stays</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.month ?? "none"}>
            <Td mono>{row.month ?? <span className="font-sans text-muted">no entry date</span>}</Td>
            {row.paid.map((range, index) => (
              <Td key={columns[index]} num>
                <RangeCell range={range} />
              </Td>
            ))}
            <Td num className="text-ready">
              <RangeCell range={row.refundable} />
            </Td>
            <Td num>
              <RangeCell range={row.stays} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
