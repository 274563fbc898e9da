"use client";

import { LoaderCircle } from "lucide";
import { useActionState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IDLE, type FormAction } from "@/components/ui/form-state";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

/** What the last answer said about one field. */
export type FieldAnswer = {
  readonly error: string | undefined;
  readonly value: string;
};

type AccountFormProps = {
  readonly action: FormAction;
  readonly submit: string;
  readonly pending: string;
  readonly children: (field: (name: string) => FieldAnswer) => ReactNode;
};

/** A form with its errors beside the fields, and what was typed (never a password) kept after a failure. */
export function AccountForm({ action, submit, pending, children }: AccountFormProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const failed = state.kind === "failed" ? state : null;
  const field = (name: string): FieldAnswer => ({
    error: failed?.fields?.[name],
    value: failed?.values?.[name] ?? "",
  });
  return (
    <form action={formAction} className="space-y-4">
      {failed === null ? null : <Notice live tone="blocked" title={failed.sentence} />}
      {children(field)}
      <Button type="submit" disabled={isPending} className="w-full">
        {isPending ? <Icon of={LoaderCircle} className="size-4 animate-spin" /> : null}
        {isPending ? pending : submit}
      </Button>
    </form>
  );
}
