/** Why a file that somebody wanted out of the books is still in them. */
export type UndoStop =
  { readonly kind: "undo-needs-file"; readonly fileName: string } | { readonly kind: "undo-failed" };

export function describeUndoStop(stop: UndoStop): string {
  switch (stop.kind) {
    case "undo-needs-file":
      return `Without this file, rows of ${stop.fileName} would count that were set aside as its repeats. They must be read again, and the stored copy of ${stop.fileName} is not on this server any more. Restore its folder of uploads from a backup, and ask again. Nothing was changed.`;
    case "undo-failed":
      return "Taking it out failed, and nothing was changed. Ask again; if it fails once more, the log of the worker says why.";
  }
}
