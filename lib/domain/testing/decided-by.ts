import type { ReasonKind } from "../eligibility/reasons";
import type { Confidence, Lane } from "../eligibility/verdict";
import type { EntrySketch } from "./an-entry";
import { screened } from "./screened";

/** Why an entry is in its lane: the first reason with every fact in it, the law it names and how sure it is. */
export type Decided = {
  readonly of: string;
  readonly sketch: EntrySketch;
  /** 2026-11-21 by default; that day, 2026-09-02 is 80 days ago, 2026-09-01 81, and 2026-05-24 181. */
  readonly asOf?: string;
  readonly lane: Lane;
  /** The facts as plain text, and every one of them. */
  readonly reason: { readonly kind: ReasonKind } & Readonly<Record<string, unknown>>;
  readonly law: readonly string[];
  /** Proven by default. */
  readonly confidence?: Confidence;
};

export const decidedBy = ({ sketch, asOf }: Pick<Decided, "sketch" | "asOf">) => {
  const { lane, findings } = screened(sketch, asOf);
  const { reason, law, confidence, lane: asked } = findings[0];
  return { lane, asked, reason, law: law.map((citation) => citation.law), confidence };
};

export const asDecided = ({ lane, reason, law, confidence = "proven" }: Decided) => ({
  lane,
  asked: lane,
  reason,
  law,
  confidence,
});
