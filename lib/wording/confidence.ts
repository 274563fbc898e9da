import type { Confidence } from "@/lib/domain";
import type { LaneTone } from "./lanes";

type ConfidenceWords = {
  readonly name: string;
  readonly meaning: string;
  readonly tone: LaneTone;
};

export const CONFIDENCE_WORDS = {
  proven: { name: "Proven", meaning: "A file or CBP's own answer shows it.", tone: "done" },
  inferred: { name: "Inferred", meaning: "It follows from other facts; no file states it.", tone: "neutral" },
  unconfirmed: {
    name: "Unconfirmed",
    meaning: "The rule rests on a source that could not be confirmed.",
    tone: "caution",
  },
  unknown: { name: "Unknown", meaning: "The data at hand cannot tell.", tone: "caution" },
} as const satisfies Record<Confidence, ConfidenceWords>;
