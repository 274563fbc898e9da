"use client";

import { LoaderCircle } from "lucide";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Input, Select, type Option } from "@/components/ui/field";
import { IDLE, type FormAction } from "@/components/ui/form-state";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

type InviteFormProps = {
  /** Sends `email` and `role`, and answers with the link, which is shown once. */
  readonly action: FormAction;
  readonly org: string;
  readonly roles: readonly Option[];
  readonly defaultRole: string;
};

/** Invites an address and shows the secret link once: only a hash of it is kept. */
export function InviteForm({ action, org, roles, defaultRole }: InviteFormProps) {
  const [state, formAction, isPending] = useActionState(action, IDLE);
  const failed = state.kind === "failed" ? state : null;
  return (
    <form action={formAction} className="flex flex-col items-start gap-3">
      <input type="hidden" name="org" value={org} />
      <div className="grid w-full max-w-prose gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Input
          id="invite-email"
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="off"
          required
          defaultValue={failed?.values?.email ?? ""}
          error={failed?.fields?.email}
        />
        <Select
          id="invite-role"
          name="role"
          label="Role"
          options={roles}
          defaultValue={failed?.values?.role ?? defaultRole}
          error={failed?.fields?.role}
        />
      </div>
      <Button type="submit" disabled={isPending}>
        {isPending ? <Icon of={LoaderCircle} className="size-4 animate-spin" /> : null}
        {isPending ? "Inviting" : "Invite"}
      </Button>
      {failed === null ? null : <Notice live tone="blocked" title={failed.sentence} />}
      <div role="status" className="w-full max-w-prose space-y-2">
        {state.kind === "done" ? (
          <>
            <p>{state.sentence}</p>
            <Input
              id="invitation-link"
              label="The invitation's secret link"
              hint="Shown this once. It works once, for seven days, and only for this address. Whoever has it can join in its owner's place."
              mono
              readOnly
              value={state.shownOnce ?? ""}
            />
            <CopyButton text={state.shownOnce ?? ""} what="the link" />
          </>
        ) : null}
      </div>
    </form>
  );
}
