"use client";

import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { AccountForm } from "./account-form";
import { PasswordInput } from "./password-input";

type SignUpFormProps = {
  /** Reads `name`, `email`, `organization` and `password`. */
  readonly action: FormAction;
  readonly passwordLengthMin: number;
};

export function SignUpForm({ action, passwordLengthMin }: SignUpFormProps) {
  return (
    <AccountForm action={action} submit="Create the account" pending="Creating the account">
      {(field) => (
        <>
          <Input
            id="name"
            name="name"
            label="Your name"
            autoComplete="name"
            required
            hint="Stands beside what you attest."
            defaultValue={field("name").value}
            error={field("name").error}
          />
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
          <Input
            id="organization"
            name="organization"
            label="Organization"
            autoComplete="organization"
            required
            hint="The importer of record or the brokerage."
            defaultValue={field("organization").value}
            error={field("organization").error}
          />
          <PasswordInput
            autoComplete="new-password"
            minLength={passwordLengthMin}
            hint={`At least ${String(passwordLengthMin)} characters. A sentence you can remember is better than a puzzle.`}
            error={field("password").error}
          />
        </>
      )}
    </AccountForm>
  );
}
