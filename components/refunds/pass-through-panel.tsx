import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Tfoot, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

type ShareRow = {
  readonly customer: string;
  /** Exchange form. */
  readonly principal: string;
  readonly interest: string;
  readonly refund: string;
};

export type PassThrough = {
  /** The id of a payment, or a month. */
  readonly shareOf: string;
  readonly weights: string;
  readonly shares: readonly ShareRow[];
  readonly total: Omit<ShareRow, "customer">;
  readonly exportHref: string;
  /** Why nothing is divided; null where something is. */
  readonly nothing: string | null;
};

type PassThroughPanelProps = PassThrough & {
  readonly org: string;
  /** Null for somebody whose role may not write. Sends `shareOf` and `weights`. */
  readonly action: FormAction | null;
};

/** What of a refund goes to which customer, to the cent. */
export function PassThroughPanel({
  shareOf,
  weights,
  shares,
  total,
  exportHref,
  nothing,
  org,
  action,
}: PassThroughPanelProps) {
  return (
    <Panel
      title="Pass on to customers"
      note="Shares by weight that add up to the cent: cents left over go to the largest remainders."
      actions={
        shares.length === 0 ? null : (
          <LinkButton href={exportHref} size="sm" variant="secondary" download>
            Export as CSV
          </LinkButton>
        )
      }
    >
      <div className="space-y-4">
        {action === null ? null : (
          <ActionForm
            action={action}
            hidden={{ org, shareOf }}
            submit="Divide"
            pending="Dividing"
            variant="secondary"
          >
            <Textarea
              id="weights"
              name="weights"
              label="Customers and weights"
              hint="One in each line, such as: Northwind Retail, 62.5. Rows of a small CSV file can be pasted. Empty removes the division."
              rows={5}
              defaultValue={weights}
              className="w-full max-w-xl"
            />
          </ActionForm>
        )}
        {nothing === null ? null : <p className="text-muted">{nothing}</p>}
        {shares.length === 0 ? null : <SharesTable shares={shares} total={total} />}
      </div>
    </Panel>
  );
}

function SharesTable({ shares, total }: Pick<PassThrough, "shares" | "total">) {
  return (
    <Table caption="Shares of customers">
      <Thead>
        <tr>
          <Th>Customer</Th>
          <Th num>Principal, USD</Th>
          <Th num>Interest</Th>
          <Th num>Refund</Th>
        </tr>
      </Thead>
      <Tbody>
        {shares.map((share) => (
          <tr key={share.customer}>
            <Td>{share.customer}</Td>
            <Td num>{formatUsd(share.principal)}</Td>
            <Td num>{formatUsd(share.interest)}</Td>
            <Td num>{formatUsd(share.refund)}</Td>
          </tr>
        ))}
      </Tbody>
      <Tfoot>
        <tr>
          <Td>All customers</Td>
          <Td num>{formatUsd(total.principal)}</Td>
          <Td num>{formatUsd(total.interest)}</Td>
          <Td num>{formatUsd(total.refund)}</Td>
        </tr>
      </Tfoot>
    </Table>
  );
}
