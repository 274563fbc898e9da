import { ActionForm } from "@/components/ui/action-form";
import { Input, Select, Textarea, type Option } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";

type AddStatusFormProps = {
  /** Sends `kind`, `day`, `entry`, `amount` and `message`; the last three may be blank. */
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly kinds: readonly Option[];
  readonly today: string;
};

export function AddStatusForm({ action, hidden, kinds, today }: AddStatusFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} submit="Add to the timeline" variant="secondary">
      <div className="grid w-full gap-3 sm:grid-cols-2">
        <Select id="status-kind" name="kind" label="What happened" options={kinds} required />
        <Input id="status-day" name="day" type="date" label="On" required defaultValue={today} max={today} />
        <Input
          id="status-entry"
          name="entry"
          label="Entry number"
          mono
          autoComplete="off"
          spellCheck={false}
          hint="Only where it concerns one entry; blank for the whole claim."
          maxLength={20}
        />
        <Input
          id="status-amount"
          name="amount"
          label="Amount, USD"
          mono
          inputMode="decimal"
          autoComplete="off"
          hint="Only where money moved, such as 1,234.50."
          maxLength={20}
        />
        <Textarea
          id="status-message"
          name="message"
          label="CBP's words"
          hint="Copied as they stand; leave blank if there are none."
          maxLength={2000}
          className="sm:col-span-2"
        />
      </div>
    </ActionForm>
  );
}
