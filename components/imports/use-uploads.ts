"use client";

import { useRef, useState } from "react";
import { digestOf, sendFile, type UploadEnd } from "./upload-request";

type UploadStage =
  | { readonly kind: "queued" }
  | { readonly kind: "checking"; readonly bytes: number }
  | { readonly kind: "sending"; readonly bytes: number }
  | UploadEnd;

export type Upload = {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly stage: UploadStage;
};

type Queued = {
  readonly id: number;
  readonly file: File;
  readonly stop: AbortController;
};

type Uploads = {
  readonly uploads: readonly Upload[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly cancel: (id: number) => void;
};

/** Files go up one after the other: two large ones at once would only slow each other down. */
export function useUploads(uploadUrl: string, onAllDone: (ends: readonly UploadEnd[]) => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [busy, setBusy] = useState(false);
  const queue = useRef<Queued[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const nextId = useRef(1);
  const running = useRef(false);

  const show = (id: number, stage: UploadStage) => {
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, stage } : upload)));
  };

  const runOne = async ({ id, file, stop }: Queued): Promise<UploadEnd> => {
    const watch = (kind: "checking" | "sending") => ({
      signal: stop.signal,
      onBytes: (bytes: number) => {
        show(id, { kind, bytes });
      },
    });
    const digest = await digestOf(file, watch("checking"));
    if (digest === null || stop.signal.aborted) return { kind: "cancelled" };
    return sendFile(uploadUrl, file, digest, watch("sending"));
  };

  const runAll = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const ends: UploadEnd[] = [];
    for (let next = queue.current.shift(); next !== undefined; next = queue.current.shift()) {
      const { id } = next;
      const end = await runOne(next).catch((error: unknown): UploadEnd => {
        console.error("A file could not be read", error);
        return { kind: "refused", sentence: "The browser could not read this file. Choose it again." };
      });
      show(id, end);
      ends.push(end);
    }
    running.current = false;
    setBusy(false);
    onAllDone(ends);
  };

  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    const queued = files.map((file) => ({ id: nextId.current++, file, stop: new AbortController() }));
    for (const { id, stop } of queued) stops.current.set(id, stop);
    queue.current.push(...queued);
    const shown = queued.map(({ id, file }): Upload => ({
      id,
      name: file.name,
      size: file.size,
      stage: { kind: "queued" },
    }));
    setUploads((all) => [...all, ...shown]);
    void runAll();
  };

  return { uploads, busy, add, cancel: (id) => stops.current.get(id)?.abort() };
}
