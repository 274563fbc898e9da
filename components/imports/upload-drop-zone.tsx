"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide";
import { useRouter } from "next/navigation";
import { useRef, useState, type ChangeEvent, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PasteRows } from "./paste-rows";
import type { UploadEnd } from "./upload-request";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

type UploadDropZoneProps = {
  /** `PUT` with the file as the body. */
  readonly uploadUrl: string;
  /** For the file dialog: ".csv,.tsv,.txt". */
  readonly accept: string;
  /** The same in words: "CSV, TSV or TXT". */
  readonly acceptWords: string;
};

/** Takes files by drop or by the file dialog, sends them one by one, and opens the import when it was only one. */
export function UploadDropZone({ uploadUrl, accept, acceptWords }: UploadDropZoneProps) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onAllDone = (ends: readonly UploadEnd[]) => {
    const [only] = ends;
    if (ends.length === 1 && only?.kind === "accepted") router.push(only.importUrl);
    else router.refresh();
  };
  const { uploads, busy, add, cancel } = useUploads(uploadUrl, onAllDone);

  const onDrop = (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])]);
    event.target.value = ""; // so that the same file can be chosen again after a refusal
  };

  return (
    <div className="space-y-3">
      <div
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        className={clsx(
          "flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-10 text-center",
          over ? "border-accent bg-accent-wash" : "border-line-strong bg-surface",
        )}
      >
        <Icon of={FileUp} className="size-7 text-muted" />
        <div>
          <p className="text-lg font-semibold">Drop files here</p>
          <p className="text-muted">{acceptWords}; several at once.</p>
        </div>
        <input
          ref={chooser}
          type="file"
          multiple
          accept={accept}
          onChange={onChoose}
          tabIndex={-1}
          aria-hidden
          className="sr-only"
        />
        <Button variant="secondary" onClick={() => chooser.current?.click()}>
          {busy ? "Add files" : "Choose files"}
        </Button>
        <p className="text-sm text-muted">The file goes to this server&apos;s disk; nothing leaves it.</p>
      </div>
      <PasteRows
        onPasted={(file) => {
          add([file]);
        }}
      />
      <UploadList uploads={uploads} onCancel={cancel} />
    </div>
  );
}
