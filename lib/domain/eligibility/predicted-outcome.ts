import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import { isNonEmpty, type NonEmpty } from "../result";
import { asSettled } from "../settlements/as-settled";
import type { Foretold, ForetoldMessage } from "./foretell";
import { distinct, evidenceOf } from "./outcome-evidence";
import type { ReasonKind } from "./reasons";
import type { Confidence } from "./verdict";

/** One message that CAPE would show for the entry, or may show. */
type PredictedMessage = Pick<ForetoldMessage, "message" | "confidence"> & {
  readonly because: ReasonKind;
};

/** What CAPE would answer if the entry were filed on the day of screening: words that many entries share. */
export type PredictedOutcome =
  | { readonly kind: "accepted"; readonly confidence: Confidence }
  | { readonly kind: "rejected"; readonly messages: NonEmpty<PredictedMessage> }
  /** The data, or what is known of CAPE, cannot tell: the messages that may come, none where no words are known. */
  | { readonly kind: "uncertain"; readonly messages: readonly PredictedMessage[] };

/** CAPE's answer without the facts of the entry behind it: of each message the kind of its surest reason alone. */
export function predictedOutcome(foretold: Foretold): PredictedOutcome {
  if (foretold.kind === "accepted") return { kind: foretold.kind, confidence: foretold.confidence };
  const messages = foretold.messages.map(({ message, confidence, reasons: [surest] }) => ({
    ...{ message, confidence, because: surest.reason.kind },
  }));
  if (foretold.kind === "rejected" && isNonEmpty(messages)) return { kind: "rejected", messages };
  return { kind: "uncertain", messages };
}

/** The rows of its files that show a message; none where nothing does, such as for a missing fact. */
export function evidenceOfMessage({ reasons }: ForetoldMessage, asShown: Entry): readonly FactSource[] {
  const entry = asSettled(asShown);
  const [{ reason, foreseen }, ...others] = reasons;
  const surest = evidenceOf(reason, foreseen, entry);
  if (others.length === 0) return surest;
  return distinct([...surest, ...others.flatMap((each) => evidenceOf(each.reason, each.foreseen, entry))]);
}
