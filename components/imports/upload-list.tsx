"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { TextLink } from "@/components/ui/text-link";
import { formatBytes, percentDone } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";
import type { FileAnswer } from "./upload-request";
import type { Upload } from "./use-uploads";

type UploadListProps = {
  readonly uploads: readonly Upload[];
  readonly onCancel: (id: number) => void;
};

function Answer({ answer }: { readonly answer: FileAnswer }) {
  switch (answer.kind) {
    case "accepted":
      return (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone="done">Received</Badge>
          <TextLink href={answer.importUrl}>Open the import</TextLink>
        </p>
      );
    case "already-imported":
      return (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone="neutral">Same file already imported {formatInstant(answer.importedAt)}</Badge>
          <TextLink href={answer.importUrl}>Open that import</TextLink>
        </p>
      );
    case "refused":
      return (
        <p className="flex flex-wrap items-baseline gap-2">
          <Badge tone="blocked">Refused</Badge>
          {answer.sentence}
        </p>
      );
  }
}

function Stage({ upload }: { readonly upload: Upload }) {
  const { stage, size } = upload;
  switch (stage.kind) {
    case "queued":
      return <Badge tone="neutral">Waiting for the file before it</Badge>;
    case "checking":
    case "sending":
      return (
        <Progress
          label={stage.kind === "checking" ? "Computing the fingerprint" : "Sending to this server"}
          percent={percentDone(stage.bytes, size)}
          detail={`${formatBytes(stage.bytes)} of ${formatBytes(size)}`}
        />
      );
    case "several":
      return (
        <ul className="space-y-1.5 border-l border-line pl-3">
          {stage.files.map((file, index) => (
            <li key={index}>
              <p className="break-words">{file.name}</p>
              <Answer answer={file} />
            </li>
          ))}
        </ul>
      );
    case "cancelled":
      return <Badge tone="neutral">Cancelled, nothing was kept</Badge>;
    case "no-answer":
      return (
        <p className="flex flex-wrap items-baseline gap-2">
          <Badge tone="blocked">Not sent</Badge>
          The server did not answer. Check that it runs, then choose the file again.
        </p>
      );
    case "accepted":
    case "already-imported":
    case "refused":
      return <Answer answer={stage} />;
  }
}

const canCancel = ({ stage }: Upload): boolean =>
  stage.kind === "queued" || stage.kind === "checking" || stage.kind === "sending";

export function UploadList({ uploads, onCancel }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul
      aria-label="Chosen files"
      aria-live="polite"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {uploads.map((upload) => (
        <li key={upload.id} className="space-y-1.5 px-4 py-3">
          <div className="flex items-center justify-between gap-3">
            <p className="min-w-0 font-medium break-words">
              {upload.name}{" "}
              <span className="font-mono text-sm font-normal text-muted">{formatBytes(upload.size)}</span>
            </p>
            {canCancel(upload) ? (
              <Button
                variant="secondary"
                size="sm"
                aria-label={`Cancel ${upload.name}`}
                onClick={() => {
                  onCancel(upload.id);
                }}
              >
                Cancel
              </Button>
            ) : null}
          </div>
          <Stage upload={upload} />
        </li>
      ))}
    </ul>
  );
}
