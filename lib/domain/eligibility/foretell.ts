import { type Day, daysBetween } from "../day";
import { type CapeMessage, capeMessageOf, isMessageInUse } from "../law/cape-messages";
import { lookUpChapter99 } from "../law/chapter-99";
import { CLOCKS } from "../law/clocks";
import type { NonEmpty } from "../result";
import type { Foreseen } from "./foreseen";
import { FORESEEN, FORESEEN_WHILE_MISSING } from "./foreseen-messages";
import type { Reason } from "./reasons";
import { CAPE_LANES, type Confidence, type Finding, type Lane } from "./verdict";

/** CAPE's answer without the rows of the entry that show it, so that entries of equal findings share it. */
export type Foretold =
  | { readonly kind: "accepted"; readonly confidence: Confidence }
  | { readonly kind: "rejected" | "uncertain"; readonly messages: readonly ForetoldMessage[] };

export type ForetoldMessage = {
  /** CBP's words, as in the table of messages. */
  readonly message: CapeMessage["message"];
  /** Never more than the fact, the rule and the wording allow together; that of the surest reason. */
  readonly confidence: Confidence;
  /** The surest first: the rows behind all of them are the evidence. */
  readonly reasons: NonEmpty<ForetellingReason>;
};

type ForetellingReason = { readonly reason: Reason; readonly foreseen: Foreseen };

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
export function foretell({ asOf, lane, possibleLanes, findings }: ScreenedSoFar): Foretold {
  const refused = !possibleLanes.some((possible) => CAPE_LANES.some((cape) => cape === possible));
  const disputed = lane === "needs-data" || findings.some(({ reason }) => isDispute(reason));
  const messages: ForetoldMessage[] = [];
  let rejected = false;
  for (const finding of findings) {
    const foreseen = foreseenOf(finding.reason, asOf);
    if (foreseen === null || !addMessages(messages, finding, foreseen, asOf)) continue;
    // A reason that asks for a lane holds in some reading of the data; it is sure once no reading is accepted.
    const holds = finding.lane === null ? !disputed : refused;
    if (foreseen.answer === "refuses" && holds) rejected = true;
  }
  if (messages.length === 0 && !refused && lane !== "needs-data")
    return { kind: "accepted", confidence: confidenceOfAcceptance(lane, findings) };
  return { kind: rejected ? "rejected" : "uncertain", messages: eachOnce(messages) };
}

/** One message for several reasons is one message, as sure as the surest of them. The surest message comes first. */
function eachOnce(messages: readonly ForetoldMessage[]): readonly ForetoldMessage[] {
  if (messages.length < 2) return messages;
  const once: ForetoldMessage[] = [];
  for (const confidence of STRONGEST_FIRST)
    for (const each of messages) {
      if (each.confidence !== confidence) continue;
      const at = once.findIndex(({ message }) => message === each.message);
      const surest = once[at];
      if (surest === undefined) once.push(each);
      else once[at] = { ...surest, reasons: [...surest.reasons, ...each.reasons] };
    }
  return once;
}

/** False for notes that leave CAPE's answer as it was without them. */
export const changesAnswer = ({ reason }: Finding): boolean =>
  isDispute(reason) || reason.kind === "fact-missing" || FORESEEN[reason.kind] !== null;

/** Rows or files contradict one another, so a remark may hold for one variant alone. */
const isDispute = ({ kind }: Reason): boolean => kind === "row-conflict" || kind === "files-disagree";

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

/** Adds the messages in use on the day; false where none is. */
function addMessages(
  messages: ForetoldMessage[],
  { reason, confidence }: Finding,
  foreseen: Foreseen,
  asOf: Day,
): boolean {
  const inUse = foreseen.messages.map(requireMessage).filter((row) => isMessageInUse(row, asOf));
  for (const row of inUse)
    messages.push({
      message: row.message,
      confidence: weakest([confidence, confidenceOfWording(row), foreseen.atMost ?? "proven"]),
      reasons: [{ reason, foreseen }],
    });
  return inUse.length > 0;
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

function confidenceOfAcceptance(lane: Lane, findings: readonly Finding[]): Confidence {
  const restsOn = findings.filter(
    (finding) => finding.lane === lane || finding.reason.kind === "entry-date-inferred",
  );
  return weakest(["inferred", ...restsOn.map(({ confidence }) => confidence)]);
}
