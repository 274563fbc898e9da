import { ActionForm } from "@/components/ui/action-form";
import { Input, Select, type Option } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";

type TypedPaymentFormProps = {
  /** Sends `refundNumber`, `payeeNumber`, `day`, `status`, `total` and `trace`; numbers may be blank. */
  readonly action: FormAction;
  readonly org: string;
  readonly statuses: readonly Option[];
  readonly today: string;
};

/** A payment that no report shows yet. */
export function TypedPaymentForm({ action, org, statuses, today }: TypedPaymentFormProps) {
  return (
    <ActionForm
      action={action}
      hidden={{ org }}
      submit="Add the payment"
      pending="Adding"
      variant="secondary"
    >
      <div className="grid w-full gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Input
          id="payment-total"
          name="total"
          label="Amount, USD"
          inputMode="decimal"
          mono
          required
          autoComplete="off"
        />
        <Input
          id="payment-day"
          name="day"
          type="date"
          label="Paid on"
          required
          defaultValue={today}
          max={today}
        />
        <Select id="payment-status" name="status" label="Status" options={statuses} defaultValue="issued" />
        <Input
          id="payment-refund"
          name="refundNumber"
          label="Refund ID"
          mono
          autoComplete="off"
          maxLength={40}
          hint="As REV-603 shows it. With it, the payment finds its entries."
        />
        <Input
          id="payment-trace"
          name="trace"
          label="Trace number"
          mono
          autoComplete="off"
          maxLength={40}
          hint="Of the check or ACH payment. With it, the payment finds its credit."
        />
        <Input
          id="payment-payee"
          name="payeeNumber"
          label="Payee number"
          mono
          autoComplete="off"
          maxLength={20}
          hint="The importer, or its Form 4811 party."
        />
      </div>
    </ActionForm>
  );
}
