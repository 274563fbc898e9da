"use client";

import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { AccountForm } from "./account-form";
import { PasswordInput } from "./password-input";

type SignInFormProps = {
  /** Reads `email`, `password` and `next`. */
  readonly action: FormAction;
  /** Where to go afterwards. */
  readonly next?: string;
};

export function SignInForm({ action, next }: SignInFormProps) {
  return (
    <AccountForm action={action} submit="Sign in" pending="Signing in">
      {(field) => (
        <>
          {next === undefined ? null : <input type="hidden" name="next" value={next} />}
          <Input
            id="email"
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            required
            defaultValue={field("email").value}
            error={field("email").error}
          />
          <PasswordInput autoComplete="current-password" error={field("password").error} />
        </>
      )}
    </AccountForm>
  );
}
