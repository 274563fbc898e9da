"use client";

import { FileCheck2 } from "lucide";
import { useRef, useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

type LocalFileInputProps = {
  readonly onFile: (file: File) => void;
  readonly onPasted: (text: string) => void;
  /** Why the last file was not read; null when it was. */
  readonly refused: string | null;
};

/** Takes a file or pasted numbers for work in this browser; it sends nothing. */
export function LocalFileInput({ onFile, onPasted, refused }: LocalFileInputProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const take = (file: File | undefined) => {
    if (file !== undefined) onFile(file);
  };
  const onDrop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault();
        }}
        className="flex flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-line-strong px-4 py-8 text-center"
      >
        <Icon of={FileCheck2} className="size-6 text-muted" />
        <p>Drop a CAPE file here. It stays in this browser.</p>
        <input
          ref={chooser}
          type="file"
          aria-label="CAPE file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = ""; // so that the same file can be chosen again
          }}
        />
        <Button variant="secondary" onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
      </div>
      <div className="space-y-2">
        <Textarea
          id="entry-numbers"
          label="Or paste entry numbers"
          hint="One on a line, or divided by blanks or commas."
          rows={5}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Button
          variant="secondary"
          disabled={text.trim() === ""}
          onClick={() => {
            onPasted(text);
          }}
        >
          Check these numbers
        </Button>
      </div>
      {refused === null ? null : <Notice tone="blocked" title={refused} live />}
    </div>
  );
}
