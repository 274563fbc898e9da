import { CHAPTER_99_EDITION } from "@/lib/domain";

/** How old the table is, as it stands on its pages. */
export const CHAPTER_99_DATED = `State of ${CHAPTER_99_EDITION.name} (${CHAPTER_99_EDITION.published}). The source of each row stands beside it; “not read” is unknown, never a guess.`;
