import { toClockRows } from "@/app/[org]/entries/[number]/clock-rows";
import type { ReasonRow } from "@/components/entries/reasons-list";
import type { ScreenerResultText } from "@/components/screener/screener-result";
import type { Finding, ScreenerPath, ScreenerQuestion, ScreenerResult } from "@/lib/domain";
import { ASSUMED_FACT_NAMES, describeRemedy, UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";
import { LANE_WORDS } from "@/lib/wording/lanes";
import {
  ANSWERED_POINT_WORDS,
  IMPORTER_UNSURE,
  LETTER_TO_IMPORTER,
  NEVER_KNOWN,
  PRESENT_FACT_WORDS,
  SCREENER_OUTCOME_WORDS,
} from "@/lib/wording/screener";
import { SCREENER_QUESTION_WORDS } from "@/lib/wording/screener-questions";

import { toAnswerText } from "./answer-text";
import { screenerHref } from "./screener-query";
import { toReasonRow } from "../../../reason-row";

/** The end of a path in words. @param origin - where this runs, for the link that can be sent */
export function toScreenerResult(path: ScreenerPath, origin: string): ScreenerResultText {
  const { answers, asked, result } = path;
  const { outcome, screening, lane, points } = result;
  const ours = outcome !== "not-importer";
  return {
    ...SCREENER_OUTCOME_WORDS[outcome],
    asOf: screening.asOf,
    rules: screening.rulesVersion,
    lane: ours ? lane : null,
    open: ours ? toOpenFacts(result) : null,
    reasons: ours ? toReasons(result) : [],
    // The amount is a stand-in, so nothing is said of what is at risk.
    clocks: ours ? toClockRows(result).map((clock) => ({ ...clock, atRisk: undefined })) : [],
    points: points.map(({ rule, state }) => ({
      point: rule.point,
      title: rule.title,
      law: rule.law.map((citation) => citation.law).join("; "),
      ...ANSWERED_POINT_WORDS[state],
    })),
    unknown: [...(answers.importer === "unsure" ? [IMPORTER_UNSURE] : []), ...unknownOf(path, ours)],
    letter: ours && answers.importer !== "unsure" ? null : LETTER_TO_IMPORTER,
    answers: asked.map((question: ScreenerQuestion) => ({
      question: SCREENER_QUESTION_WORDS[question].question,
      answer: toAnswerText(question, answers, screening.asOf),
      changeHref: screenerHref(answers, question),
    })),
    link: `${origin}${screenerHref(answers)}`,
  };
}

function toOpenFacts({ lane, screening }: ScreenerResult): ScreenerResultText["open"] {
  if (lane !== "needs-data") return null;
  return {
    facts: screening.missing.map((missing) => ({
      name: UNCERTAIN_FACT_NAMES[missing.fact],
      remedy: describeRemedy(missing).replace(" and import it", ""),
    })),
    lanes: screening.possibleLanes.map((possible) => ({
      lane: possible,
      meaning: LANE_WORDS[possible].meaning,
    })),
  };
}

const isShown = ({ reason }: Finding): boolean =>
  reason.kind !== "not-provable-from-data" && reason.kind !== "no-duty-rows";

function toReasons({ screening, lane, present, points }: ScreenerResult): readonly ReasonRow[] {
  const refuted = points.find(
    ({ state, rule }) => state === "failed" && rule.kind === "attested" && rule.blocking,
  );
  const shutOut = present.map((fact): ReasonRow => ({
    id: fact,
    sentence: PRESENT_FACT_WORDS[fact],
    facts: [],
    law: refuted?.rule.law ?? [],
    confidence: "proven",
    deciding: lane === "excluded",
  }));
  return [
    ...shutOut,
    ...screening.findings.filter(isShown).map((finding, index) => {
      const { reason } = finding;
      // The duty of the entry is a stand-in, so its amount is not said.
      const said = reason.kind === "ieepa-duty-outside-window" ? { ...reason, paid: null } : reason;
      return toReasonRow({ ...finding, reason: said }, index, lane);
    }),
  ];
}

/** What the answers leave open, though the rules take it as absent, and what no answer can show. */
function unknownOf({ answers, result }: ScreenerPath, ours: boolean): readonly string[] {
  if (!ours) return [];
  const assumed = result.screening.findings.flatMap(({ reason }) =>
    reason.kind === "not-provable-from-data" ? reason.facts : [],
  );
  const said = {
    "type-09-on-file": (answers.reconciliation?.type09 ?? "unsure") !== "unsure",
    "filed-outside-ace": (answers.type ?? "unsure") !== "unsure",
  };
  const open = assumed.filter((fact) => !(fact in said && said[fact as keyof typeof said]));
  return [
    ...open.map(
      (fact) => `${capitalised(ASSUMED_FACT_NAMES[fact])}: nobody was asked, and it is taken as no.`,
    ),
    ...NEVER_KNOWN,
  ];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
