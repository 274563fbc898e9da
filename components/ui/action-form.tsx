"use client";

import { LoaderCircle } from "lucide";
import { useActionState, type ReactNode } from "react";
import { Button } from "./button";
import { announceDone } from "./done-event";
import { IDLE, type FormAction } from "./form-state";
import { Icon } from "./icon";
import { Notice } from "./notice";

type ActionFormProps = {
  readonly action: FormAction;
  readonly submit: string;
  /** While the server works: "Creating the files". */
  readonly pending?: string;
  /** Sent with the form as they are. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly variant?: "primary" | "secondary" | "danger";
  readonly size?: "md" | "sm";
  readonly disabled?: boolean;
  readonly children?: ReactNode;
  readonly className?: string;
};

/** Said before the page renders anew: by then this form may be gone. */
const announced =
  (action: FormAction): FormAction =>
  async (previous, form) => {
    const next = await action(previous, form);
    if (next.kind === "done") announceDone(next.sentence);
    return next;
  };

/** A form around one server action: shows that it works, and why it did not. Fields come as children. */
export function ActionForm({
  action,
  submit,
  pending = "Working",
  hidden = {},
  variant = "primary",
  size = "md",
  disabled = false,
  children,
  className = "flex flex-col items-start gap-3",
}: ActionFormProps) {
  const [state, formAction, isPending] = useActionState(announced(action), IDLE);
  return (
    <form action={formAction} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" variant={variant} size={size} disabled={disabled || isPending}>
        {isPending ? <Icon of={LoaderCircle} className="size-4 animate-spin" /> : null}
        {isPending ? pending : submit}
      </Button>
      {state.kind !== "failed" ? null : (
        <Notice live tone="blocked" title={state.sentence}>
          {state.fields !== undefined ? (
            <ul className="list-disc pl-4">
              {Object.entries(state.fields).map(([name, sentence]) => (
                <li key={name}>{sentence}</li>
              ))}
            </ul>
          ) : undefined}
        </Notice>
      )}
    </form>
  );
}
