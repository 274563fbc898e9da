import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

type InterestRow = {
  /** "2026 Q3". */
  readonly quarter: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** "7" means 7 % a year. */
  readonly annualPercent: string;
  readonly factor: string;
  /** Exchange form, rounded for display only. */
  readonly interest: string;
  readonly balance: string;
  readonly assumed: boolean;
};

type InterestWorksheetProps = {
  readonly principal: string;
  /** "Corporation" or "Other importer". */
  readonly rateClass: string;
  /** "2026-01-28, ten working days after entry (derived)". */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly convention: string;
  readonly rows: readonly InterestRow[];
  readonly total: string;
  readonly assumedDays: number;
  /** "Forecast to 2027-01-05: 412.10, estimate". */
  readonly forecast?: string;
};

function QuarterRow({ row }: { readonly row: InterestRow }) {
  return (
    <tr>
      <Td nowrap>
        {row.quarter} {row.assumed ? <Badge tone="caution">Rate assumed</Badge> : null}
      </Td>
      <Td mono>{row.from}</Td>
      <Td mono>{row.to}</Td>
      <Td num>{formatCount(row.days)}</Td>
      <Td num>{row.annualPercent}%</Td>
      <Td num>{row.factor}</Td>
      <Td num>{formatUsd(row.interest)}</Td>
      <Td num>{formatUsd(row.balance)}</Td>
    </tr>
  );
}

/** Interest quarter by quarter, so that a controller can follow it with a calculator. */
export function InterestWorksheet(worksheet: InterestWorksheetProps) {
  const { principal, rateClass, startsOn, endsOn, convention, rows, total, assumedDays, forecast } =
    worksheet;
  const items = [
    { term: "Principal", value: formatUsd(principal), mono: true },
    { term: "Class", value: rateClass },
    { term: "Deposited", value: startsOn },
    { term: "Accrued through", value: endsOn },
  ];
  return (
    <div>
      <div className="px-4 py-3">
        <DescriptionList columns={4} items={items} />
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
              <Th num>Factor</Th>
              <Th num>Interest</Th>
              <Th num>Balance</Th>
            </tr>
          </Thead>
          <Tbody>
            {rows.map((row) => (
              <QuarterRow key={row.from} row={row} />
            ))}
          </Tbody>
          <Tfoot>
            <tr>
              <Td colSpan={6}>Interest, estimate, USD</Td>
              <Td num>{formatUsd(total)}</Td>
              <Td />
            </tr>
          </Tfoot>
        </Table>
      </div>
      <div className="space-y-1 border-t border-line px-4 py-3 text-sm text-muted">
        <p>{convention} Rows are shown rounded; only the total is rounded, once, half up.</p>
        {assumedDays === 0 ? null : (
          <p>
            {countOf(assumedDays, "day rests", "days rest")} on an assumed rate, because none is published
            yet.
          </p>
        )}
        {forecast === undefined ? null : <p>{forecast}</p>}
      </div>
    </div>
  );
}
