import type { JobProgress } from "@/lib/data/job-lease";

const STAGES = ["reading", "screening", "storing"] as const satisfies readonly JobProgress["stage"][];
const NUMBERS = 5;

/** Where the thread that works notes how far it is, and the thread that watches it looks, however busy the first is. */
export class ProgressBoard {
  readonly #cells: Float64Array;

  constructor(readonly buffer = new SharedArrayBuffer(NUMBERS * Float64Array.BYTES_PER_ELEMENT)) {
    this.#cells = new Float64Array(buffer);
  }

  clear(): void {
    this.#cells.fill(0);
  }

  write({ stage, bytes, rows, entries, entriesTotal }: JobProgress): void {
    this.#cells.set([1 + STAGES.indexOf(stage), bytes, rows, entries, entriesTotal]);
  }

  /** Null before anything was noted. */
  read(): JobProgress | null {
    const [at = 0, bytes = 0, rows = 0, entries = 0, entriesTotal = 0] = this.#cells;
    const stage = STAGES[at - 1];
    return stage === undefined ? null : { stage, bytes, rows, entries, entriesTotal };
  }
}
