import type { ReasonRow } from "@/components/entries/reasons-list";
import { valuesOf, type Finding } from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { describeRemedy, UNCERTAIN_FACT_NAMES } from "@/lib/wording/facts";
import { describeReason } from "@/lib/wording/reasons";

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

function toReasonRow({ reason, confidence, law, lane }: Finding, index: number, decided: string): ReasonRow {
  const { sentence, facts } = describeReason(reason);
  return {
    id: `${reason.kind}-${String(index)}`,
    sentence,
    facts: facts.map((fact) => ({ ...fact, source: null })),
    law,
    confidence,
    deciding: lane === decided,
  };
}

/** The one question about a protest, where the lane hangs on it. */
export function protestQuestionOf({ entry, screening }: EntryView) {
  const isAsked = screening.missing.some(
    ({ remedy }) => remedy.kind === "answer" && remedy.question === "protest-only-about-ieepa",
  );
  if (!isAsked) return null;
  return {
    protestNumber: valuesOf(entry.facts.protestNumber)[0] ?? null,
    status: valuesOf(entry.facts.protestStatus)[0] ?? null,
  };
}
