import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MILLISECONDS = 400;
/** A line now and then, so that nobody between takes the connection for dead. */
const SIGN_OF_LIFE_MILLISECONDS = 15_000;
/** Then the browser connects anew, and its session is asked for again. */
const STREAM_MILLISECONDS_MAX = 120_000;
const RECONNECT_AFTER_MILLISECONDS = 1_000;

type Source<Shown> = {
  /** What to show now; null when it is there no more. */
  readonly look: () => Promise<Shown | null>;
  readonly isOver: (shown: Shown) => boolean;
  readonly signal: AbortSignal;
};

/** Server-sent events: what `look` answers, each time it changed, until it is over. */
export function eventStream<Shown extends object>(source: Source<Shown>): Response {
  const encoder = new TextEncoder();
  const lines = linesOf(source);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressor would hold the lines back until it has enough of them.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

async function* linesOf<Shown extends object>({
  look,
  isOver,
  signal,
}: Source<Shown>): AsyncGenerator<string, undefined> {
  const until = performance.now() + STREAM_MILLISECONDS_MAX;
  let [last, lastAt] = ["", performance.now()];
  yield `retry: ${RECONNECT_AFTER_MILLISECONDS}\n\n`;
  while (!signal.aborted && performance.now() < until) {
    const shown = await look();
    if (shown === null) return;
    const text = JSON.stringify(shown);
    const isNew = text !== last;
    if (isNew || performance.now() - lastAt > SIGN_OF_LIFE_MILLISECONDS) {
      [last, lastAt] = [text, performance.now()];
      yield isNew ? `data: ${text}\n\n` : ":\n\n";
    }
    if (isOver(shown)) return;
    await pause(LOOK_EVERY_MILLISECONDS);
  }
}
