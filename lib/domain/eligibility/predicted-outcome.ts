import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import { isNonEmpty, type NonEmpty } from "../result";
import type { Foretold, ForetoldMessage } from "./foretell";
import { distinct, evidenceOf } from "./outcome-evidence";
import type { ReasonKind } from "./reasons";
import type { Confidence } from "./verdict";

/** One message that CAPE would show for the entry, or may show. */
export type PredictedMessage = Pick<ForetoldMessage, "message" | "confidence"> & {
  readonly because: ReasonKind;
  /** Rows of the files that show it; empty where nothing does, such as for a missing fact. */
  readonly evidence: readonly FactSource[];
};

/** What CAPE would answer if the entry were filed on the day of screening. */
export type PredictedOutcome =
  | { readonly kind: "accepted"; readonly confidence: Confidence }
  | { readonly kind: "rejected"; readonly messages: NonEmpty<PredictedMessage> }
  /** The data, or what is known of CAPE, cannot tell: the messages that may come, none where no words are known. */
  | { readonly kind: "uncertain"; readonly messages: readonly PredictedMessage[] };

/** The answer to one entry, with the rows of its files that show it. */
export function predictedOutcome(foretold: Foretold, entry: Entry): PredictedOutcome {
  if (foretold.kind === "accepted") return foretold;
  const messages = foretold.messages.map((each) => withEvidence(each, entry));
  if (foretold.kind === "rejected" && isNonEmpty(messages)) return { kind: "rejected", messages };
  return { kind: "uncertain", messages };
}

function withEvidence({ message, confidence, reasons }: ForetoldMessage, entry: Entry): PredictedMessage {
  const [{ reason, foreseen }, ...others] = reasons;
  const surest = evidenceOf(reason, foreseen, entry);
  const evidence =
    others.length === 0
      ? surest
      : distinct([...surest, ...others.flatMap((other) => evidenceOf(other.reason, other.foreseen, entry))]);
  return { message, confidence, because: reason.kind, evidence };
}
