"use client";

import { Paperclip } from "lucide";
import { useRouter } from "next/navigation";
import { useRef, useState, type ChangeEvent } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Select, type Option } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { attachFile, type AttachEnd } from "./attach-request";

export type AttachDocumentsProps = {
  /** `PUT` with the file as the body; `kind` is added. */
  readonly attachUrl: string;
  readonly kinds: readonly Option[];
  /** For the file dialog. */
  readonly accept: string;
  readonly hint: string;
  readonly bytesMax: number;
  /** Said of a file that is larger, without sending it. */
  readonly tooLarge: string;
};

/** Sends papers one after the other and says of each what became of it. */
export function AttachDocuments({
  attachUrl,
  kinds,
  accept,
  hint,
  bytesMax,
  tooLarge,
}: AttachDocumentsProps) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(kinds[0]?.value ?? "");
  const [busy, setBusy] = useState(false);
  const [ends, setEnds] = useState<readonly AttachEnd[]>([]);

  const attachOne = async (file: File): Promise<AttachEnd> => {
    if (file.size > bytesMax) return { name: file.name, attached: false, sentence: tooLarge };
    return attachFile(`${attachUrl}&kind=${kind}`, file).catch((error: unknown) => {
      console.error("A file could not be attached", error);
      return {
        name: file.name,
        attached: false,
        sentence: "The file did not reach the server. Try once more.",
      };
    });
  };
  const attachAll = async (files: readonly File[]) => {
    setBusy(true);
    setEnds([]);
    for (const file of files) {
      const end = await attachOne(file);
      setEnds((all) => [...all, end]);
    }
    setBusy(false);
    router.refresh();
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = ""; // so that the same file can be chosen again after a refusal
    if (files.length > 0) void attachAll(files);
  };

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          id="document-kind"
          label="What it is"
          options={kinds}
          value={kind}
          onChange={(event) => {
            setKind(event.target.value);
          }}
          className="w-full sm:w-96"
        />
        <input
          ref={chooser}
          type="file"
          multiple
          accept={accept}
          onChange={onChoose}
          tabIndex={-1}
          aria-label="Files to attach"
          className="sr-only"
        />
        <Button variant="secondary" disabled={busy} onClick={() => chooser.current?.click()}>
          <Icon of={Paperclip} className="size-4" />
          {busy ? "Attaching" : "Attach files"}
        </Button>
      </div>
      <p className="max-w-prose text-sm text-muted">{hint}</p>
      <ul aria-live="polite" className="space-y-1 text-sm">
        {ends.map(({ name, attached, sentence }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-2">
            <Badge tone={attached ? "done" : "blocked"}>{attached ? "Attached" : "Refused"}</Badge>
            <span className="font-mono break-all">{name}</span>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
