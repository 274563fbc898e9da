import type { Citation } from "../law/citation";
import type { NonEmpty } from "../result";
import type { Reason } from "./reasons";

/** Every entry is in exactly one lane. The order is the precedence of the law, top down; the unknown stands last. */
export const LANES = [
  "already-claimed",
  "not-ieepa",
  "excluded",
  "court",
  "protest",
  "withdraw-protest",
  "fix-first",
  "cape-recon",
  "cape-refund-later",
  "cape-ready",
  "needs-data",
] as const;
export type Lane = (typeof LANES)[number];

/** The lanes whose entries may go into a CAPE Declaration today. */
export const CAPE_LANES = [
  "cape-ready",
  "cape-recon",
  "cape-refund-later",
] as const satisfies readonly Lane[];

/**
 * proven: a file or CBP's own answer shows it. inferred: it follows from other facts. unconfirmed: the rule itself
 * rests on a source we could not confirm. unknown: this data cannot tell.
 */
export type Confidence = "proven" | "inferred" | "unconfirmed" | "unknown";

/** What one legal test found: the reason with its facts, the law, and the lane it asks for (null: worth knowing only). */
export type Finding = {
  readonly reason: Reason;
  readonly lane: Lane | null;
  readonly confidence: Confidence;
  readonly law: NonEmpty<Citation>;
};
