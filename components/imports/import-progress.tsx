"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { formatBytes, formatCount, percentDone } from "@/lib/wording/count";

/** What the progress address answers, as JSON. */
export type ImportProgressState = {
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rowsDone: number;
};

type ImportProgressProps = {
  readonly progressUrl: string;
  readonly initial: ImportProgressState;
  readonly cancel?: { readonly action: FormAction; readonly hidden: Readonly<Record<string, string>> };
};

const POLL_MILLISECONDS = 500;

async function ask(url: string, signal: AbortSignal): Promise<ImportProgressState> {
  const response = await fetch(url, { signal, cache: "no-store", headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The progress address answered ${String(response.status)}`);
  return (await response.json()) as ImportProgressState;
}

const isOver = (state: ImportProgressState): boolean => state.state === "done" || state.state === "failed";

/** Asks every half second how far the import is, and loads the page anew once it is over. */
export function ImportProgress({ progressUrl, initial, cancel }: ImportProgressProps) {
  const router = useRouter();
  const [progress, setProgress] = useState(initial);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const poll = async () => {
      try {
        const next = await ask(progressUrl, stop.signal);
        setLost(false);
        setProgress(next);
        if (isOver(next)) {
          router.refresh();
          return;
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        console.warn("Import progress could not be read", error);
        setLost(true);
      }
      timer = setTimeout(() => void poll(), POLL_MILLISECONDS);
    };
    void poll();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [progressUrl, router]);

  const { state, bytesDone, bytesTotal, rowsDone } = progress;
  const detail = `${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}, ${formatCount(rowsDone)} rows`;
  return (
    <div className="space-y-3">
      <Progress
        label={state === "waiting" ? "Waiting to be read" : "Reading the file"}
        percent={state === "waiting" ? null : percentDone(bytesDone, bytesTotal)}
        detail={detail}
      />
      {lost ? (
        <Notice
          tone="caution"
          title="The server does not answer; the import goes on there. Asking again."
          live
        />
      ) : null}
      {cancel === undefined || isOver(progress) ? null : (
        <ActionForm
          action={cancel.action}
          hidden={cancel.hidden}
          submit="Cancel the import"
          variant="secondary"
          size="sm"
        />
      )}
    </div>
  );
}
