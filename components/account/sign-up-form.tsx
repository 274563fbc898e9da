"use client";

import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { AccountForm } from "./account-form";
import { NewPasswordInput, PersonNameInput } from "./new-person-inputs";

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
          <PersonNameInput answer={field("name")} />
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
          <NewPasswordInput answer={field("password")} lengthMin={passwordLengthMin} />
        </>
      )}
    </AccountForm>
  );
}
