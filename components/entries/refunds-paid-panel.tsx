import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { formatUsdOrNull } from "@/lib/wording/money";

export type PaidRefund = {
  readonly key: string;
  readonly refundNumber: string | null;
  readonly day: string | null;
  readonly liquidated: string | null;
  /** As CBP words it. */
  readonly status: string;
  /** Exchange form; null where the report has no such figure. */
  readonly principal: string | null;
  readonly interest: string | null;
};

type RefundsPaidPanelProps = {
  readonly refunds: readonly PaidRefund[];
  /** The payments of this entry, with what was due. */
  readonly href: string;
};

/** What CBP's reports say was refunded on the entry. */
export function RefundsPaidPanel({ refunds, href }: RefundsPaidPanelProps) {
  return (
    <Panel
      title="Refund in CBP's reports"
      actions={<TextLink href={href}>See the payment, and what was due</TextLink>}
      flush
    >
      <Table caption="Refunds of the entry">
        <Thead>
          <tr>
            <Th>Refund number</Th>
            <Th>Refund date</Th>
            <Th>Liquidated</Th>
            <Th>Status</Th>
            <Th num>Principal, USD</Th>
            <Th num>Interest</Th>
          </tr>
        </Thead>
        <Tbody>
          {refunds.map(({ key, refundNumber, day, liquidated, status, principal, interest }) => (
            <tr key={key}>
              {[refundNumber, day, liquidated].map((text, index) => (
                <Td key={index} mono>
                  {text ?? <span className="font-sans text-muted">not shown</span>}
                </Td>
              ))}
              <Td>{status || <span className="text-muted">not shown</span>}</Td>
              <Td num>
                <Money amount={formatUsdOrNull(principal)} />
              </Td>
              <Td num>
                <Money amount={formatUsdOrNull(interest)} />
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}
