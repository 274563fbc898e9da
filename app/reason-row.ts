import type { ReasonRow } from "@/components/entries/reasons-list";
import type { Finding } from "@/lib/domain";
import { describeReason } from "@/lib/wording/reasons";

/** One reason with its facts and its law. @param decided - the lane that came of all reasons */
export function toReasonRow(
  { reason, confidence, law, lane }: Finding,
  index: number,
  decided: string,
): ReasonRow {
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
