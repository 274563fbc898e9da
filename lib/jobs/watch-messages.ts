import type { HeldJob } from "@/lib/data/job-lease";
import type { JobStop } from "@/lib/data/job-queue";

/** What the watching thread is started with. */
export type WatchSettings = {
  readonly databaseUrl: string;
  readonly worker: string;
  /** Of the progress board. */
  readonly board: SharedArrayBuffer;
  /** Reading one file may stand still for so long, and take so long in all. */
  readonly stallSeconds: number;
  readonly readingSecondsMax: number;
};

export type ToWatch = { readonly kind: "begin"; readonly job: HeldJob } | { readonly kind: "end" };

export type FromWatch =
  /** Null: the job is somebody else's by now. */
  | { readonly kind: "stop"; readonly stop: JobStop | null }
  /** `lost`: the database went away meanwhile, so the failure of the job says nothing of the job. */
  | { readonly kind: "ended"; readonly lost: boolean };
