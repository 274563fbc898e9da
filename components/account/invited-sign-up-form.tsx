"use client";

import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { AccountForm } from "./account-form";
import { NewPasswordInput, PersonNameInput } from "./new-person-inputs";

type InvitedSignUpFormProps = {
  /** Reads `token`, `name` and `password`; the address is the invitation's, whatever the form sends. */
  readonly action: FormAction;
  readonly token: string;
  readonly email: string;
  readonly passwordLengthMin: number;
};

export function InvitedSignUpForm({ action, token, email, passwordLengthMin }: InvitedSignUpFormProps) {
  return (
    <AccountForm action={action} submit="Create the account and join" pending="Creating the account">
      {(field) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Input
            id="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            readOnly
            hint="The invited address: it cannot be changed here."
            value={email}
          />
          <PersonNameInput answer={field("name")} />
          <NewPasswordInput answer={field("password")} lengthMin={passwordLengthMin} />
        </>
      )}
    </AccountForm>
  );
}
