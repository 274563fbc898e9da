import { Fragment } from "react";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { formatUsd, formatUsdOrNull, formatUsdRange } from "@/lib/wording/money";

export type StackRow = {
  readonly id: string;
  /** As people read it: `9903.01.24`, `4202.92.3131`; what stood in the cell where it is no number. */
  readonly hts: string;
  readonly program: string;
  readonly rateFiled: string | null;
  /** Duty paid, exchange form; null when the cell is blank or unreadable. */
  readonly duty: string | null;
  /** The IEEPA rate after the ruling, "0%"; null on numbers that are not IEEPA. */
  readonly correctRate: string | null;
  readonly refundableMin: string;
  readonly refundableMax: string | null;
  /** As people read it, an amount or a range; null when not known. */
  readonly stays: string | null;
  /** What is odd about this row: a wrong period, a rate that does not fit, a conflict. */
  readonly warnings: readonly string[];
};

export type StackLine = {
  /** "Line 1"; the goods and their value beside it. */
  readonly title: string;
  readonly detail: string;
  readonly rows: readonly StackRow[];
};

type TariffStackTableProps = {
  readonly lines: readonly StackLine[];
  readonly totals: {
    readonly duty: string;
    readonly refundableMin: string;
    readonly refundableMax: string | null;
    readonly stays: string;
  };
};

const isZero = (amount: string): boolean => /^-?[0.]+$/.test(amount);

/** Geometry only: how wide this row's duty is beside the largest of the entry, and how much of it comes back. */
function StackBar({ row, largest }: { readonly row: StackRow; readonly largest: number }) {
  const duty = Math.max(0, Number(row.duty ?? "0"));
  const back = Math.min(duty, Math.max(0, Number(row.refundableMin)));
  const scale = largest === 0 ? 0 : 96 / largest;
  return (
    <svg aria-hidden width="96" height="8" className="mt-1.5 block">
      <rect width={duty * scale} height="8" className="fill-neutral-fill/50" />
      <rect width={back * scale} height="8" className="fill-ready-fill" />
    </svg>
  );
}

function Row({ row, largest }: { readonly row: StackRow; readonly largest: number }) {
  const refund = formatUsdRange(row.refundableMin, row.refundableMax);
  const nothing = row.refundableMax !== null && isZero(row.refundableMax);
  return (
    <tr>
      <Td mono>{row.hts}</Td>
      <Td className="min-w-52">
        {row.program}
        {row.warnings.map((warning) => (
          <span key={warning} className="mt-1 flex items-baseline gap-1.5 text-muted">
            <Badge tone="caution">Check</Badge>
            {warning}
          </span>
        ))}
      </Td>
      <Td num>{row.rateFiled ?? ""}</Td>
      <Td num>
        <Money amount={formatUsdOrNull(row.duty)} />
      </Td>
      <Td num>{row.correctRate ?? ""}</Td>
      <Td num className={nothing ? "text-muted" : "font-medium text-ready"}>
        {refund}
      </Td>
      <Td num>
        <Money amount={row.stays} />
      </Td>
      <Td>
        <StackBar row={row} largest={largest} />
      </Td>
    </tr>
  );
}

/** Per tariff number: what was paid, what comes back, what stays under another program. */
export function TariffStackTable({ lines, totals }: TariffStackTableProps) {
  const largest = Math.max(0, ...lines.flatMap(({ rows }) => rows.map(({ duty }) => Number(duty ?? "0"))));
  return (
    <Table caption="Tariff numbers, duty paid, refundable and staying">
      <Thead>
        <tr>
          <Th>Tariff number</Th>
          <Th>Program</Th>
          <Th num>Rate filed</Th>
          <Th num>Duty paid</Th>
          <Th num>Correct IEEPA rate</Th>
          <Th num>Refundable</Th>
          <Th num>Stays</Th>
          <Th>
            <span className="sr-only">Share refundable</span>
          </Th>
        </tr>
      </Thead>
      <Tbody>
        {lines.map((line) => (
          <Fragment key={line.title}>
            <tr>
              <th scope="rowgroup" colSpan={8} className="px-4 pt-3 pb-1.5 text-left font-medium">
                {line.title} <span className="ml-2 font-normal text-muted">{line.detail}</span>
              </th>
            </tr>
            {line.rows.map((row) => (
              <Row key={row.id} row={row} largest={largest} />
            ))}
          </Fragment>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td colSpan={3}>Entry total, USD</Td>
          <Td num>{formatUsd(totals.duty)}</Td>
          <Td />
          <Td num>{formatUsdRange(totals.refundableMin, totals.refundableMax)}</Td>
          <Td num>{totals.stays}</Td>
          <Td />
        </tr>
      </Tfoot>
    </Table>
  );
}
