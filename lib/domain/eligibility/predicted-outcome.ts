import { type Day, daysBetween } from "../day";
import type { Entry } from "../entry";
import type { FactSource } from "../facts";
import { type CapeMessage, capeMessageOf, isMessageInUse } from "../law/cape-messages";
import { lookUpChapter99 } from "../law/chapter-99";
import { CLOCKS } from "../law/clocks";
import { isNonEmpty, type NonEmpty } from "../result";
import type { Foreseen } from "./foreseen";
import { FORESEEN, FORESEEN_WHILE_MISSING } from "./foreseen-messages";
import { distinct, evidenceOf } from "./outcome-evidence";
import type { Reason, ReasonKind } from "./reasons";
import { CAPE_LANES, type Confidence, type Finding, type Lane } from "./verdict";

/** One message that CAPE would show for the entry, or may show. */
export type PredictedMessage = {
  /** CBP's words, as in the table of messages. */
  readonly message: CapeMessage["message"];
  /** Never more than the fact, the rule and the wording allow together. */
  readonly confidence: Confidence;
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

type ScreenedSoFar = {
  readonly asOf: Day;
  readonly lane: Lane;
  readonly possibleLanes: readonly Lane[];
  readonly findings: readonly Finding[];
};

/**
 * CAPE's answer to one entry, foretold from the reasons its screening found: no check runs again. Only messages that
 * CBP used on the day of screening are named. An acceptance is inferred at best, since no report shows a type 09 or a
 * filing outside ACE.
 */
export function predictedOutcome(entry: Entry, screened: ScreenedSoFar): PredictedOutcome {
  const { asOf, lane, possibleLanes, findings } = screened;
  const refused = !possibleLanes.some((possible) => CAPE_LANES.some((cape) => cape === possible));
  const disputed = lane === "needs-data" || findings.some(({ reason }) => DISPUTES.has(reason.kind));
  const messages: PredictedMessage[] = [];
  let rejected = false;
  for (const finding of findings) {
    const foreseen = foreseenOf(finding.reason, asOf);
    if (foreseen === null) continue;
    const found = messagesOf(finding, foreseen, entry, asOf);
    messages.push(...found);
    // A reason that asks for a lane holds in some reading of the data; it is sure once no reading is accepted.
    const holds = finding.lane === null ? !disputed : refused;
    if (found.length > 0 && foreseen.answer === "refuses" && holds) rejected = true;
  }
  const named = eachOnce(messages);
  if (rejected && isNonEmpty(named)) return { kind: "rejected", messages: named };
  if (named.length > 0 || refused || lane === "needs-data") return { kind: "uncertain", messages: named };
  return { kind: "accepted", confidence: confidenceOfAcceptance(lane, findings) };
}

/** Rows or files contradict one another, so a remark may hold for one variant alone. */
const DISPUTES: ReadonlySet<ReasonKind> = new Set(["row-conflict", "files-disagree"]);

function foreseenOf(reason: Reason, asOf: Day): Foreseen | null {
  if (reason.kind === "fact-missing") return FORESEEN_WHILE_MISSING[reason.fact];
  return isForetelling(reason, asOf) ? FORESEEN[reason.kind] : null;
}

/** False where the facts of the reason rule out what its kind may foretell. */
function isForetelling(reason: Reason, asOf: Day): boolean {
  if (reason.kind === "value-on-chapter-99-row")
    // CAPE looked at IEEPA numbers only
    return lookUpChapter99(reason.code, null, null)?.authority === "IEEPA";
  if (reason.kind === "over-one-year-unliquidated")
    return daysBetween(reason.deemedLiquidatedOn, asOf) > CLOCKS["cape-window"].days;
  if (reason.kind === "cape-window-closing") return reason.daysLeft === 0;
  if (reason.kind === "liquidation-held")
    // suspended and extended entries were never refused
    return reason.status !== null && /review/i.test(reason.status);
  return true;
}

function messagesOf(
  { reason, confidence }: Finding,
  foreseen: Foreseen,
  entry: Entry,
  asOf: Day,
): readonly PredictedMessage[] {
  const inUse = foreseen.messages.map(requireMessage).filter((row) => isMessageInUse(row, asOf));
  if (inUse.length === 0) return [];
  const evidence = evidenceOf(reason, foreseen, entry);
  return inUse.map((row) => ({
    message: row.message,
    confidence: weakest([confidence, confidenceOfWording(row), foreseen.atMost ?? "proven"]),
    because: reason.kind,
    evidence,
  }));
}

function requireMessage(text: string): CapeMessage {
  const row = capeMessageOf(text);
  if (row === null) throw new Error(`No message of CAPE reads "${text}"`);
  return row;
}

/** How sure a message can be when its words were read at CBP, quoted by others, or never seen. */
const CONFIDENCE_OF_WORDING = {
  primary: "proven",
  relayed: "inferred",
  reported: "unconfirmed",
  unconfirmed: "unconfirmed",
} as const satisfies Record<CapeMessage["confidence"], Confidence>;

/** How sure a message of CBP can be at most, by whose words it is known in. */
export const confidenceOfWording = ({ confidence }: CapeMessage): Confidence =>
  CONFIDENCE_OF_WORDING[confidence];

const STRONGEST_FIRST = [
  "proven",
  "inferred",
  "unconfirmed",
  "unknown",
] as const satisfies readonly Confidence[];

/** The weakest of these; `unknown` of none. */
export const weakest = (all: readonly Confidence[]): Confidence =>
  STRONGEST_FIRST.findLast((confidence) => all.includes(confidence)) ?? "unknown";

/** One message for several reasons is one message: the surest reason, the evidence of all. The surest comes first. */
function eachOnce(messages: readonly PredictedMessage[]): readonly PredictedMessage[] {
  if (messages.length < 2) return messages;
  const rank = ({ confidence }: PredictedMessage): number => STRONGEST_FIRST.indexOf(confidence);
  const once = new Map<string, PredictedMessage>();
  for (const message of [...messages].sort((a, b) => rank(a) - rank(b))) {
    const known = once.get(message.message);
    const evidence = known ? distinct([...known.evidence, ...message.evidence]) : message.evidence;
    once.set(message.message, { ...(known ?? message), evidence });
  }
  return [...once.values()];
}

function confidenceOfAcceptance(lane: Lane, findings: readonly Finding[]): Confidence {
  const restsOn = findings.filter(
    (finding) => finding.lane === lane || finding.reason.kind === "entry-date-inferred",
  );
  return weakest(["inferred", ...restsOn.map(({ confidence }) => confidence)]);
}
