import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { RULE_CONFIDENCE_WORDS } from "@/lib/wording/rules";

export type RuleConfidenceName = keyof typeof RULE_CONFIDENCE_WORDS;

const TONE = {
  proven: "done",
  inferred: "neutral",
  relayed: "neutral",
  reported: "caution",
  unconfirmed: "caution",
} as const satisfies Record<RuleConfidenceName, Tone>;

/** How sure a rule itself is. */
export function RuleConfidenceBadge({ confidence }: { readonly confidence: RuleConfidenceName }) {
  const { name, meaning } = RULE_CONFIDENCE_WORDS[confidence];
  return (
    <Badge tone={TONE[confidence]} title={meaning}>
      {name}
    </Badge>
  );
}
