/** What the progress address answers, as JSON or as the data of its events. */
export type ImportProgressState = {
  /** What is done with the file: read into the books, or read again with repairs. */
  readonly work: "import" | "repair";
  readonly state: "waiting" | "running" | "over";
  /** Null until a worker has begun. */
  readonly stage: "reading" | "screening" | "storing" | null;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rowsDone: number;
  readonly entriesDone: number;
  readonly entriesTotal: number;
};

type ProgressListener = {
  readonly onProgress: (progress: ImportProgressState) => void;
  /** The server does not answer; it is asked again. */
  readonly onLost: () => void;
};

const POLL_MILLISECONDS = 1_000;
/** So many failed connections in a row, and events are given up: something between does not let them through. */
const FAILURES_MAX = 3;

/** Follows the progress of an import by server-sent events, or by asking where these do not come through. */
export function followProgress(url: string, listener: ProgressListener): () => void {
  let stopPolling: (() => void) | null = null;
  let failures = 0;
  const events = new EventSource(url);
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    failures = 0;
    const progress = JSON.parse(data) as ImportProgressState;
    if (progress.state === "over") events.close();
    listener.onProgress(progress);
  });
  events.addEventListener("error", () => {
    failures += 1;
    if (events.readyState !== EventSource.CLOSED && failures < FAILURES_MAX) return; // it connects again by itself
    events.close();
    stopPolling ??= pollProgress(url, listener);
  });
  return () => {
    events.close();
    stopPolling?.();
  };
}

function pollProgress(url: string, { onProgress, onLost }: ProgressListener): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const poll = async () => {
    try {
      const progress = await ask(url, stop.signal);
      onProgress(progress);
      if (progress.state === "over") return;
    } catch (error) {
      if (stop.signal.aborted) return;
      console.warn("Import progress could not be read", error);
      onLost();
    }
    timer = setTimeout(() => void poll(), POLL_MILLISECONDS);
  };
  void poll();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

async function ask(url: string, signal: AbortSignal): Promise<ImportProgressState> {
  const response = await fetch(url, { signal, cache: "no-store", headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`The progress address answered ${String(response.status)}`);
  return (await response.json()) as ImportProgressState;
}
