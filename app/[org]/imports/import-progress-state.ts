import type { ImportProgressState } from "@/components/imports/follow-progress";
import type { ImportState, StoredImport } from "@/lib/data/imports";
import type { JobProgress } from "@/lib/data/job-lease";

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
  state: STATES[state],
  stage: progress?.stage ?? null,
  bytesDone: progress?.bytes ?? 0,
  bytesTotal: byteSize,
  rowsDone: progress?.rows ?? 0,
  entriesDone: progress?.entries ?? 0,
  entriesTotal: progress?.entriesTotal ?? 0,
});
