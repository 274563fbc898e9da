"use client";

import { useActionState } from "react";
import { Button } from "../ui/button";
import { IDLE, type FormAction } from "../ui/form-state";
import { Notice } from "../ui/notice";

type UnsubscribeFormProps = {
  readonly action: FormAction;
  readonly token: string;
};

export function UnsubscribeForm({ action, token }: UnsubscribeFormProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  if (state.kind === "done") return <Notice live tone="done" title={state.sentence} />;
  return (
    <form action={formAction} className="space-y-3">
      <input type="hidden" name="token" value={token} />
      <Button type="submit" disabled={isPending} className="w-full">
        Stop these e-mails
      </Button>
      {state.kind === "failed" ? <Notice live tone="blocked" title={state.sentence} /> : null}
    </form>
  );
}
