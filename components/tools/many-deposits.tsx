import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

type Figures = {
  readonly principal: string;
  readonly from: string;
  readonly to: string;
  readonly interest: string;
};

export type ManyDeposits = {
  readonly rows: readonly {
    readonly row: number;
    /** As pasted. */
    readonly text: string;
    readonly problem: string | null;
    readonly figures: Figures | null;
  }[];
  readonly principal: string;
  readonly interest: string;
  readonly unread: number;
};

/** Every pasted row with its interest, or why it has none; the total is of the rows that were read. */
export function ManyDepositsTable({ rows, principal, interest, unread }: ManyDeposits) {
  return (
    <Table caption="Interest of every pasted row">
      <Thead>
        <tr>
          <Th num>Row</Th>
          <Th num>Amount</Th>
          <Th>Deposited</Th>
          <Th>Through</Th>
          <Th num>Interest</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map(({ row, text, problem, figures }) => (
          <tr key={row}>
            <Td num>{row}</Td>
            {figures === null ? (
              <Td colSpan={4} className="text-blocked">
                <span className="font-mono">{text}</span>: {problem}
              </Td>
            ) : (
              <>
                <Td num>{formatUsd(figures.principal)}</Td>
                <Td mono>{figures.from}</Td>
                <Td mono>{figures.to}</Td>
                <Td num>{formatUsd(figures.interest)}</Td>
              </>
            )}
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td>Total</Td>
          <Td num>{formatUsd(principal)}</Td>
          <Td colSpan={2}>{unread === 0 ? "" : `${String(unread)} not read and not in the total`}</Td>
          <Td num>{formatUsd(interest)}</Td>
        </tr>
      </Tfoot>
    </Table>
  );
}
