import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { formatUsd } from "@/lib/wording/money";

export type TypedPaymentRow = {
  readonly id: string;
  readonly day: string;
  readonly refundNumber: string | null;
  readonly trace: string | null;
  /** Exchange form. */
  readonly total: string;
  readonly status: string;
};

type TypedPaymentsTableProps = {
  readonly rows: readonly TypedPaymentRow[];
  readonly org: string;
  /** Sends `payment`. */
  readonly action: FormAction;
};

export function TypedPaymentsTable({ rows, org, action }: TypedPaymentsTableProps) {
  return (
    <Table caption="Typed payments" className="mb-3">
      <Thead>
        <tr>
          <Th>Day</Th>
          <Th>Refund ID</Th>
          <Th>Trace number</Th>
          <Th num>USD</Th>
          <Th>Status</Th>
          <Th>Action</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map(({ id, day, refundNumber, trace, total, status }) => (
          <tr key={id}>
            <Td mono>{day}</Td>
            <Td mono>{refundNumber ?? <span className="font-sans text-muted">not given</span>}</Td>
            <Td mono>{trace ?? <span className="font-sans text-muted">not given</span>}</Td>
            <Td num>{formatUsd(total)}</Td>
            <Td>{status}</Td>
            <Td>
              <ActionForm
                action={action}
                hidden={{ org, payment: id }}
                submit="Take back"
                variant="secondary"
                size="sm"
              />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
