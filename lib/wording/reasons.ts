import type { Reason } from "@/lib/domain";
import type { ReasonTable, ReasonWords } from "./reason-words";
import { DECIDING_REASONS } from "./reasons-deciding";
import { NOTE_REASONS } from "./reasons-notes";
import { ROW_REASONS } from "./reasons-rows";

// A kind of reason that has no words breaks the build on this line.
const WORDS: ReasonTable = { ...DECIDING_REASONS, ...NOTE_REASONS, ...ROW_REASONS };

/** A reason in words. The table is complete by its type; the cast only joins a kind with its own function. */
export const describeReason = (reason: Reason): ReasonWords =>
  (WORDS[reason.kind] as (reason: Reason) => ReasonWords)(reason);
