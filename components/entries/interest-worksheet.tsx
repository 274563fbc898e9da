import { Badge } from "@/components/ui/badge";
import { DescriptionList, type Description } from "@/components/ui/description-list";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { formatCount } from "@/lib/wording/count";
import type { WorksheetText } from "@/lib/wording/interest-worksheet";
import { formatUsd } from "@/lib/wording/money";

type WorksheetPart = WorksheetText["parts"][number];

type InterestWorksheetProps = {
  readonly facts: readonly Description[];
  readonly totalHeading: string;
  readonly notes: readonly string[];
} & WorksheetText;

function QuarterRow({ row }: { readonly row: WorksheetPart["rows"][number] }) {
  return (
    <tr>
      <Td nowrap>
        {row.quarter} {row.assumed ? <Badge tone="caution">Rate assumed</Badge> : null}
      </Td>
      <Td mono>{row.from}</Td>
      <Td mono>{row.to}</Td>
      <Td num>{formatCount(row.days)}</Td>
      <Td num>{row.annualPercent}%</Td>
      <Td num>{row.divisor}</Td>
      <Td num>{row.factor}</Td>
      <Td num>{formatUsd(row.bearing)}</Td>
      <Td num>{formatUsd(row.interest)}</Td>
      <Td num>{formatUsd(row.balance)}</Td>
    </tr>
  );
}

function PartRows({ part: { name, rows, interest } }: { readonly part: WorksheetPart }) {
  return (
    <Tbody>
      {name === null ? null : (
        <tr className="bg-sunken">
          <th scope="rowgroup" colSpan={8} className="px-4 py-1.5 text-left font-medium">
            {name}
          </th>
          <Td num>{formatUsd(interest)}</Td>
          <Td />
        </tr>
      )}
      {rows.map((row) => (
        <QuarterRow key={row.from} row={row} />
      ))}
    </Tbody>
  );
}

/** Interest quarter by quarter, so that a controller can follow it with a calculator. */
export function InterestWorksheet(worksheet: InterestWorksheetProps) {
  const { facts, parts, factorHeading, totalHeading, total, notes } = worksheet;
  return (
    <div>
      <div className="px-4 py-3">
        <DescriptionList columns={4} items={facts} />
      </div>
      <div className="border-t border-line">
        <Table caption="Interest by quarter">
          <Thead>
            <tr>
              <Th>Quarter</Th>
              <Th>From</Th>
              <Th>Through</Th>
              <Th num>Days</Th>
              <Th num>Rate a year</Th>
              <Th num>Days of the year</Th>
              <Th num>{factorHeading}</Th>
              <Th num>On</Th>
              <Th num>Interest</Th>
              <Th num>Balance</Th>
            </tr>
          </Thead>
          {parts.map((part) => (
            <PartRows key={part.name} part={part} />
          ))}
          <Tfoot>
            <tr>
              <Td colSpan={8}>{totalHeading}</Td>
              <Td num>{formatUsd(total)}</Td>
              <Td />
            </tr>
          </Tfoot>
        </Table>
      </div>
      <div className="space-y-1 border-t border-line px-4 py-3 text-sm text-muted">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  );
}
