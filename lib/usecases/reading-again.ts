import "server-only";

import type { JobProgress } from "@/lib/data/job-lease";
import type { ReadOptions } from "@/lib/files/csv-rows";

/** Who waits for the reading: hears how far it is, and may end it before the rows reach the books. */
export type ReadingWatch = {
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

type Read = { readonly bytes: number; readonly rows: number };

/** Watches work that reads files several times: their bytes and rows are counted on, so that nothing runs backwards. */
export class ReadingAgain {
  readonly #watch: ReadingWatch;
  #before: Read = { bytes: 0, rows: 0 };
  #now: Read = { bytes: 0, rows: 0 };

  constructor(watch: ReadingWatch) {
    this.#watch = watch;
  }

  /** For the next reading of a whole file. */
  next(): ReadOptions {
    this.#before = this.#sum();
    this.#tell({ bytes: 0, rows: 0 });
    return {
      signal: this.#watch.signal,
      onProgress: ({ bytes, rows }) => {
        this.#tell({ bytes, rows });
      },
    };
  }

  /** What was read is put into the books: no file holds the work up any more. Throws when the work is to be left. */
  settled(entries: number, entriesTotal: number): void {
    this.#watch.signal?.throwIfAborted();
    this.#watch.onProgress?.({ stage: "screening", ...this.#sum(), entries, entriesTotal });
  }

  #tell(now: Read): void {
    this.#now = now;
    this.#watch.onProgress?.({ stage: "reading", ...this.#sum(), entries: 0, entriesTotal: 0 });
  }

  #sum(): Read {
    return { bytes: this.#before.bytes + this.#now.bytes, rows: this.#before.rows + this.#now.rows };
  }
}
