"use client";

import { Check, Copy } from "lucide";
import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type CopyButtonProps = {
  readonly text: string;
  /** What is copied: "SHA-256". */
  readonly what: string;
};

/** `navigator.clipboard` is missing on a plain-http address; then a selected text field does the same. */
async function copy(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to copy outside a secure context
  document.execCommand("copy");
  field.remove();
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const onClick = () => {
    void copy(text).then(() => {
      setCopied(true);
      setTimeout(() => {
        setCopied(false);
      }, 2000);
    });
  };
  const icon = copied ? Check : Copy;
  return (
    <Button
      variant="quiet"
      size="sm"
      className="-ml-2.5"
      onClick={onClick}
      aria-label={copied ? `${what} copied` : `Copy ${what}`}
    >
      <Icon of={icon} className="size-3.5" />
      <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
    </Button>
  );
}
