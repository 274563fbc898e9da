"use client";

import { Input } from "@/components/ui/field";
import type { FieldAnswer } from "./account-form";
import { PasswordInput } from "./password-input";

/** Who opens an account, of an organization of his own or by an invitation. */
export const PersonNameInput = ({ answer: { value, error } }: { readonly answer: FieldAnswer }) => (
  <Input
    id="name"
    name="name"
    label="Your name"
    autoComplete="name"
    required
    hint="Stands beside what you attest."
    defaultValue={value}
    error={error}
  />
);

type NewPasswordInputProps = {
  readonly answer: FieldAnswer;
  readonly lengthMin: number;
};

export const NewPasswordInput = ({ answer, lengthMin }: NewPasswordInputProps) => (
  <PasswordInput
    autoComplete="new-password"
    minLength={lengthMin}
    hint={`At least ${String(lengthMin)} characters. A sentence you can remember is better than a puzzle.`}
    error={answer.error}
  />
);
