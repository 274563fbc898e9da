import { ActionForm } from "@/components/ui/action-form";
import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";

type ClaimNumberFormProps = {
  /** Sends `claimNumber` and `filedOn`. */
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  /** The latest day that can be chosen. */
  readonly today: string;
};

export function ClaimNumberForm({ action, hidden, today }: ClaimNumberFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} submit="Record the claim">
      <div className="grid w-full gap-3 sm:grid-cols-2">
        <Input
          id="claim-number"
          name="claimNumber"
          label="Claim number"
          mono
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          hint="As ACE shows it under Claim Status; it can follow later. Kept as text."
        />
        <Input
          id="claim-filed-on"
          name="filedOn"
          type="date"
          label="Filed on"
          required
          defaultValue={today}
          max={today}
        />
      </div>
    </ActionForm>
  );
}
