"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";

type PasswordInputProps = {
  readonly autoComplete: "current-password" | "new-password";
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly minLength?: number;
};

export function PasswordInput({ autoComplete, hint, error, minLength }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
      <Input
        id="password"
        name="password"
        type={shown ? "text" : "password"}
        label="Password"
        autoComplete={autoComplete}
        required
        error={error}
        {...(hint === undefined ? {} : { hint })}
        {...(minLength === undefined ? {} : { minLength })}
      />
      <Button
        variant="secondary"
        className="mt-6"
        aria-pressed={shown}
        aria-label="Show the password"
        onClick={() => {
          setShown(!shown);
        }}
      >
        {shown ? "Hide" : "Show"}
      </Button>
    </div>
  );
}
