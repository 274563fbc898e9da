import type {
  OutcomeMessageRow,
  PredictedOutcomePanelProps,
} from "@/components/entries/predicted-outcome-panel";
import { capeMessageOf, type PredictedMessage } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { OWNER_WORDS } from "@/lib/wording/claims";
import {
  NO_KNOWN_MESSAGE,
  OUTCOME_WORDS,
  REFILE_WORDS,
  SEVERAL_MESSAGES,
  WORDING_NOTES,
} from "@/lib/wording/outcome";
import { describeReason } from "@/lib/wording/reasons";
import { sourceText } from "./fact-rows";

type OutcomeView = Pick<EntryView, "screening" | "importNames">;

/** What CAPE would answer, with the rows that show why. */
export function toOutcome(view: OutcomeView, base: string): PredictedOutcomePanelProps {
  const { predicted } = view.screening;
  const { name, meaning, tone } = OUTCOME_WORDS[predicted.kind];
  if (predicted.kind === "accepted")
    return { name, meaning, tone, confidence: predicted.confidence, messages: [] };
  const messages = predicted.messages.flatMap((message) => toMessageRow(message, view, base));
  const several = messages.length > 1 && predicted.kind === "rejected" ? SEVERAL_MESSAGES : meaning;
  return {
    name,
    meaning: messages.length === 0 ? NO_KNOWN_MESSAGE : several,
    tone,
    confidence: null,
    messages,
  };
}

function toMessageRow(
  { message, confidence, because, evidence }: PredictedMessage,
  { screening, importNames }: OutcomeView,
  base: string,
): readonly OutcomeMessageRow[] {
  const law = capeMessageOf(message);
  const finding = screening.findings.find(({ reason }) => reason.kind === because);
  if (law === null || finding === undefined) return [];
  return [
    {
      message,
      wording: `${WORDING_NOTES[law.confidence]} ${law.source.law} (${law.source.published})`,
      meaning: law.meaning,
      remedy: law.remedy,
      owner: OWNER_WORDS[law.owner],
      refile: REFILE_WORDS[law.refile],
      confidence,
      because: describeReason(finding.reason).sentence,
      evidence: evidence.map((source) => ({
        text: sourceText(source, importNames),
        href: `${base}/imports/${source.file}`,
      })),
    },
  ];
}
