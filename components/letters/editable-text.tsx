"use client";

import { Download } from "lucide";
import { useState } from "react";
import { buttonLook } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

type EditableTextProps = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly fileName: string;
};

/** A text to be read, changed, copied and saved; what is changed here is kept nowhere. */
export function EditableText({ id, label, text, fileName }: EditableTextProps) {
  const [written, setWritten] = useState(text);
  return (
    <div className="space-y-2">
      <Textarea
        id={id}
        label={label}
        hint="Change it as you like: the page keeps nothing of it."
        rows={18}
        value={written}
        onChange={(event) => {
          setWritten(event.target.value);
        }}
      />
      <div className="flex flex-wrap items-center gap-4 pl-2.5">
        <CopyButton text={written} what={label} />
        <a
          download={fileName}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(written.replaceAll("\n", "\r\n"))}`}
          className={buttonLook({ variant: "secondary", size: "sm" })}
        >
          <Icon of={Download} className="size-3.5" />
          Download .txt
        </a>
      </div>
    </div>
  );
}
