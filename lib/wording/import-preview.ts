import type { EntryChangeKind } from "@/lib/domain";

/** What a file does to entries, each with what it means; the order is that of the page. */
export const CHANGE_WORDS = {
  new: { name: "New", tone: "ready", meaning: "No file showed these entries before." },
  changed: {
    name: "Changed",
    tone: "caution",
    meaning: "Known entries that gain rows or facts, or whose lane or refund moves.",
  },
  conflict: {
    name: "In conflict",
    tone: "blocked",
    meaning:
      "The file contradicts what the books hold. Both stay side by side until somebody settles which is true.",
  },
  elsewhere: {
    name: "Moved elsewhere",
    tone: "caution",
    meaning: "Entries of other files, moved by an ordinary rate that this file teaches or makes doubtful.",
  },
  identical: {
    name: "Identical",
    tone: "done",
    meaning: "The file says nothing of these entries that is not known.",
  },
} as const satisfies Record<
  EntryChangeKind | "elsewhere",
  { readonly name: string; readonly tone: string; readonly meaning: string }
>;

/** Why a file is shown a second time, although somebody wanted to add it. */
export const SHOWN_AGAIN_WORDS = {
  "new-conflicts":
    "The books have changed since this was shown, and the file now contradicts them where it did not before. Nothing was added. Look at the conflicts, then decide again.",
  "adding-failed":
    "The file could not be added, by a fault of ours or because it was stopped. Nothing was added.",
} as const;
