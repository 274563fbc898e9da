import type { ImportProgressState } from "@/components/imports/follow-progress";
import type { ImportState, StoredImport } from "@/lib/data/imports";
import type { JobProgress } from "@/lib/data/job-lease";
import type { RepairRequest } from "@/lib/data/repair-requests";
import { readingsFor } from "@/lib/usecases/work-out-repairs";

const STATES = {
  stored: "waiting",
  reading: "running",
  adding: "running",
  needs_mapping: "over",
  previewed: "over",
  committed: "over",
  refused: "over",
  cancelled: "over",
  undone: "over",
} as const satisfies Record<ImportState, ImportProgressState["state"]>;

export const isUnderWay = ({ state }: StoredImport): boolean => STATES[state] !== "over";

/** How far an import is, as its page shows it. */
export const toImportProgress = (
  { state, byteSize }: StoredImport,
  progress: JobProgress | null,
): ImportProgressState => ({
  work: "import",
  state: STATES[state],
  bytesTotal: byteSize,
  ...toDone(progress),
});

/** How far repairs of an import are that somebody asked for. */
export const toRepairProgress = (
  { state, byteSize }: StoredImport,
  { wish }: RepairRequest,
  progress: JobProgress | null,
): ImportProgressState => ({
  work: "repair",
  state: progress === null ? "waiting" : "running",
  bytesTotal: byteSize * readingsFor(wish, state),
  ...toDone(progress),
});

const toDone = (progress: JobProgress | null) => ({
  stage: progress?.stage ?? null,
  bytesDone: progress?.bytes ?? 0,
  rowsDone: progress?.rows ?? 0,
  entriesDone: progress?.entries ?? 0,
  entriesTotal: progress?.entriesTotal ?? 0,
});
