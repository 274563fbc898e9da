import type { JobProgress } from "@/lib/data/job-lease";
import type { JobStop } from "@/lib/data/job-queue";

import type { WatchSettings } from "./watch-messages";

type Limits = Pick<WatchSettings, "stallSeconds" | "readingSecondsMax">;

/**
 * Tells when the reading of a file has to be stopped. Only reading is measured: what follows works on rows that were
 * read, and may wait for another import of the same organization.
 */
export class Deadline {
  #begun: number | null = null;
  #moved = 0;
  #last = "";

  constructor(readonly limits: Limits) {}

  /** @param at - milliseconds of a clock that never goes back */
  check(progress: JobProgress | null, at: number): JobStop | null {
    if (progress?.stage !== "reading") {
      this.#begun = null; // whoever reads again, another file for the same work, begins anew
      return null;
    }
    const { stallSeconds, readingSecondsMax } = this.limits;
    const now = `${progress.bytes} ${progress.rows}`;
    if (this.#begun === null || now !== this.#last) [this.#last, this.#moved] = [now, at];
    this.#begun ??= at;
    if (at - this.#begun > readingSecondsMax * 1000) return { kind: "too-long", seconds: readingSecondsMax };
    if (at - this.#moved > stallSeconds * 1000) return { kind: "stalled", seconds: stallSeconds };
    return null;
  }
}
