import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";

type ReadAgainFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

/** The stored file is read once more, without another upload. */
export function ReadAgainForm({ action, hidden }: ReadAgainFormProps) {
  return <ActionForm action={action} hidden={hidden} submit="Read it again" variant="secondary" size="sm" />;
}
