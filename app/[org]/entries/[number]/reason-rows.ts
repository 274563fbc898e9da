import type { ReasonRow } from "@/components/entries/reasons-list";
import { valuesOf, type MissingFact } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { describeRemedy, UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";

import { toReasonRow } from "../../../reason-row";

/** Every reason of every check, those that decided the lane marked. */
export function toReasonRows({ screening }: EntryView): readonly ReasonRow[] {
  const missing = screening.missing.map((fact, index): ReasonRow => ({
    id: `missing-${String(index)}`,
    sentence: `What would settle it: ${UNCERTAIN_FACT_NAMES[fact.fact]}. ${describeRemedy(fact)}`,
    facts: [],
    law: [],
    confidence: "unknown",
    deciding: false,
  }));
  return [
    ...screening.findings.map((finding, index) => toReasonRow(finding, index, screening.lane)),
    ...missing,
  ];
}

type Question = Extract<MissingFact["remedy"], { kind: "answer" }>["question"];

const isAsked = ({ screening }: EntryView, question: Question): boolean =>
  screening.missing.some(({ remedy }) => remedy.kind === "answer" && remedy.question === question);

/** The question whether an AD/CVD entry is still suspended, where the lane hangs on it. */
export const commerceQuestionOf = (view: EntryView) =>
  isAsked(view, "commerce-instructed") ? { cases: valuesOf(view.entry.facts.adcvdCase) } : null;

/** The one question about a protest, where the lane hangs on it. */
export function protestQuestionOf(view: EntryView) {
  if (!isAsked(view, "protest-only-about-ieepa")) return null;
  const { entry } = view;
  return {
    protestNumber: valuesOf(entry.facts.protestNumber)[0] ?? null,
    status: valuesOf(entry.facts.protestStatus)[0] ?? null,
  };
}

/** A 15 % line whose refund is a range for want of its ordinary rate, which somebody can look up. */
export const asksForRate = ({ screening }: EntryView): boolean =>
  screening.findings.some(({ reason }) => reason.kind === "column-1-unknown" && reason.because === "no-rate");
