"use client";

import { useActionState } from "react";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Input } from "../ui/field";
import { IDLE, type FormAction } from "../ui/form-state";
import { Notice } from "../ui/notice";

type CalendarAddressProps = {
  readonly org: string;
  /** Answers with the address itself. */
  readonly make: FormAction;
  /** There is one already, which a new one replaces. */
  readonly replaces: boolean;
};

/** Makes a secret address and shows it once: only a hash of it is kept. */
export function CalendarAddress({ org, make, replaces }: CalendarAddressProps) {
  const [state, action, isPending] = useActionState(make, IDLE);
  return (
    <form action={action} className="flex flex-col items-start gap-3">
      <input type="hidden" name="org" value={org} />
      <Button type="submit" variant="secondary" disabled={isPending}>
        {replaces ? "Replace the address" : "Make an address"}
      </Button>
      <div role="status" className="w-full max-w-prose">
        {state.kind === "done" ? (
          <div className="space-y-2">
            <Input
              id="calendar-address"
              label="Your secret address"
              hint="Shown this once. In your calendar, add it as a subscription by URL."
              mono
              readOnly
              value={state.sentence}
            />
            <CopyButton text={state.sentence} what="the address" />
          </div>
        ) : null}
      </div>
      {state.kind === "failed" ? <Notice live tone="blocked" title={state.sentence} /> : null}
    </form>
  );
}
