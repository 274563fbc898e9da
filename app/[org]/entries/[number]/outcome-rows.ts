import type {
  OutcomeMessageRow,
  PredictedOutcomePanelProps,
} from "@/components/entries/predicted-outcome-panel";
import { capeMessageOf, evidenceOfMessage, type ForetoldMessage } from "@/lib/domain";
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

type OutcomeView = Pick<EntryView, "entry" | "screening" | "importNames">;

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
  foretold: ForetoldMessage,
  { entry, importNames }: OutcomeView,
  base: string,
): readonly OutcomeMessageRow[] {
  const { message, confidence, reasons } = foretold;
  const law = capeMessageOf(message);
  if (law === null) return [];
  return [
    {
      message,
      wording: `${WORDING_NOTES[law.confidence]} ${law.source.law} (${law.source.published})`,
      meaning: law.meaning,
      remedy: law.remedy,
      owner: OWNER_WORDS[law.owner],
      refile: REFILE_WORDS[law.refile],
      confidence,
      because: describeReason(reasons[0].reason).sentence,
      evidence: evidenceOfMessage(foretold, entry).map((source) => ({
        text: sourceText(source, importNames),
        href: `${base}/imports/${source.file}`,
      })),
    },
  ];
}
