import { Fragment } from "react";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { formatUsdOrNull, formatUsdRange } from "@/lib/wording/money";

/** What is worth knowing of a row: a doubt to check, or an explanation. */
export type StackRemark = { readonly text: string; readonly isDoubt: boolean };

export type StackRow = {
  readonly id: string;
  /** As people read it: `9903.01.24`, `4202.92.3131`; what stood in the cell where it is no number. */
  readonly hts: string;
  readonly program: string;
  /** "ES003_part2.xlsx, row 4,182". */
  readonly source: string;
  readonly rateFiled: string | null;
  /** The number's own rate on the day of entry; null on commodity numbers and where it is not known. */
  readonly rateExpected: string | null;
  /** Duty paid, exchange form; null when the cell is blank or unreadable. */
  readonly duty: string | null;
  /** The IEEPA rate after the ruling, "0%"; null on numbers that are not IEEPA. */
  readonly correctRate: string | null;
  readonly refundableMin: string;
  readonly refundableMax: string | null;
  /** As people read it, an amount or a range; null when not known. */
  readonly stays: string | null;
  readonly remarks: readonly StackRemark[];
};

/** As people read them, amounts or ranges. */
export type StackMoney = {
  readonly paid: string;
  readonly refundable: string;
  readonly stays: string;
};

export type StackLine = {
  /** "Line 1"; the goods and their value beside it. */
  readonly title: string;
  readonly detail: string;
  readonly rows: readonly StackRow[];
  readonly total: StackMoney;
};

type TariffStackTableProps = {
  readonly lines: readonly StackLine[];
  readonly total: StackMoney;
  readonly programs: readonly ({ readonly name: string } & StackMoney)[];
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

const COLUMNS = 9;

function Row({ row, largest }: { readonly row: StackRow; readonly largest: number }) {
  const refund = formatUsdRange(row.refundableMin, row.refundableMax);
  const nothing = row.refundableMax !== null && isZero(row.refundableMax);
  return (
    <>
      <tr className={row.remarks.length > 0 ? "border-b-0" : undefined}>
        <Td mono>{row.hts}</Td>
        <Td className="min-w-52">
          {row.program}
          <span className="block text-sm break-words text-muted">{row.source}</span>
        </Td>
        <Td num>{row.rateFiled ?? ""}</Td>
        <Td num>{row.rateExpected ?? ""}</Td>
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
      {row.remarks.length > 0 ? <Remarks remarks={row.remarks} /> : null}
    </>
  );
}

/** Below the row, as wide as the screen: on a phone they stay in sight while the figures are scrolled. */
function Remarks({ remarks }: { readonly remarks: readonly StackRemark[] }) {
  return (
    <tr>
      <td colSpan={COLUMNS} className="px-4 pb-2">
        <ul className="sticky left-4 w-fit max-w-[min(48rem,calc(100vw-5rem))] space-y-1 text-muted">
          {remarks.map(({ text, isDoubt }) => (
            <li key={text}>
              <Badge tone={isDoubt ? "caution" : "neutral"}>{isDoubt ? "Check" : "Note"}</Badge> {text}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

type TotalRowProps = {
  readonly name: string;
  readonly money: StackMoney;
  /** A part of the total below or above it. */
  readonly quiet?: boolean;
};

/** A sum over rows, in the columns of the rows. */
function TotalRow({ name, money, quiet = false }: TotalRowProps) {
  return (
    <tr className={quiet ? "font-normal text-muted" : undefined}>
      <Td colSpan={4}>{name}</Td>
      <Td num>{money.paid}</Td>
      <Td />
      <Td num>{money.refundable}</Td>
      <Td num>{money.stays}</Td>
      <Td />
    </tr>
  );
}

/** Per tariff number: what was paid, what comes back, what stays under another program; by line and by program. */
export function TariffStackTable({ lines, total, programs }: TariffStackTableProps) {
  const largest = Math.max(0, ...lines.flatMap(({ rows }) => rows.map(({ duty }) => Number(duty ?? "0"))));
  return (
    <Table caption="Tariff numbers, duty paid, refundable and staying">
      <Thead>
        <tr>
          <Th>Tariff number</Th>
          <Th>Program</Th>
          <Th num>Rate filed</Th>
          <Th num>Expected rate</Th>
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
              <th scope="rowgroup" colSpan={COLUMNS} className="px-4 pt-3 pb-1.5 text-left font-medium">
                {line.title} <span className="ml-2 font-normal text-muted">{line.detail}</span>
              </th>
            </tr>
            {line.rows.map((row, index) => (
              // Two files may show rows of the same number.
              <Row key={`${row.id} ${String(index)}`} row={row} largest={largest} />
            ))}
            {lines.length > 1 ? <TotalRow name={`${line.title} total`} money={line.total} quiet /> : null}
          </Fragment>
        ))}
      </Tbody>
      <Tfoot>
        <TotalRow name="Entry total, USD" money={total} />
        {programs.map(({ name, ...money }) => (
          <TotalRow key={name} name={name} money={money} quiet />
        ))}
      </Tfoot>
    </Table>
  );
}
