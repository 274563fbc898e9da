"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { formatBytes, formatCount, percentDone } from "@/lib/wording/count";
import { followProgress, type ImportProgressState } from "./follow-progress";

type ImportProgressProps = {
  readonly progressUrl: string;
  readonly initial: ImportProgressState;
  readonly cancel?: {
    readonly action: FormAction;
    readonly hidden: Readonly<Record<string, string>>;
    /** "Cancel the import". */
    readonly submit: string;
  };
};

/** How far the work on an import is; loads the page anew once it is over. A page that nobody looks at asks nothing. */
export function ImportProgress({ progressUrl, initial, cancel }: ImportProgressProps) {
  const router = useRouter();
  const [progress, setProgress] = useState(initial);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    const onProgress = (next: ImportProgressState) => {
      setLost(false);
      setProgress(next);
      if (next.state === "over") router.refresh();
    };
    const onLost = () => {
      setLost(true);
    };
    const follow = () =>
      document.hidden ? () => undefined : followProgress(progressUrl, { onProgress, onLost });
    let stop = follow();
    const restart = () => {
      stop();
      stop = follow();
    };
    document.addEventListener("visibilitychange", restart);
    return () => {
      document.removeEventListener("visibilitychange", restart);
      stop();
    };
  }, [progressUrl, router]);

  return (
    <div className="space-y-3">
      <Progress {...toBar(progress)} />
      {lost ? (
        <Notice
          tone="caution"
          title="The server does not answer; the import goes on there. Asking again."
          live
        />
      ) : null}
      {cancel === undefined || progress.state === "over" ? null : (
        <ActionForm
          action={cancel.action}
          hidden={cancel.hidden}
          submit={cancel.submit}
          pending="Cancelling"
          variant="secondary"
          size="sm"
        />
      )}
    </div>
  );
}

/** Never full: an import is done when everything of it is stored at once, and then this bar is gone. */
const PERCENT_MAX = 99;
const percentOf = (done: number, total: number): number =>
  Math.min(percentDone(done, total) ?? 0, PERCENT_MAX);

const LABELS = {
  import: {
    waiting: "Waiting to be read",
    reading: "Step 1 of 2: reading the file",
    screening: "Step 2 of 2: screening the entries",
    storing: "Step 2 of 2: storing the result",
  },
  repair: {
    waiting: "Repairs wait to be worked out",
    reading: "Repairs are being worked out, step 1 of 2: reading the file",
    screening: "Repairs are being worked out, step 2 of 2: screening the entries",
    storing: "Repairs are being worked out, step 2 of 2: storing the result",
  },
} as const;

function toBar(progress: ImportProgressState) {
  const { work, state, stage, bytesDone, bytesTotal, rowsDone, entriesDone, entriesTotal } = progress;
  if (state === "over")
    return { label: "Done. The page is being brought up to date", percent: null, detail: "" };
  const labels = LABELS[work];
  // Repairs read the file several times: its rows would be counted as often.
  const rows = work === "repair" ? "" : `, ${formatCount(rowsDone)} rows`;
  switch (state === "running" ? stage : null) {
    case null:
      return { label: labels.waiting, percent: null, detail: formatBytes(bytesTotal) };
    case "reading": {
      const detail = `${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}${rows}`;
      return { label: labels.reading, percent: percentOf(bytesDone, bytesTotal), detail };
    }
    case "screening": {
      const detail = `${formatCount(entriesDone)} of ${formatCount(entriesTotal)} entries${rows}`;
      return { label: labels.screening, percent: percentOf(entriesDone, entriesTotal), detail };
    }
    case "storing":
      return { label: labels.storing, percent: PERCENT_MAX, detail: `${formatCount(rowsDone)} rows` };
  }
}
