import { Badge } from "@/components/ui/badge";
import type { Lane } from "@/lib/domain";
import { LANE_WORDS } from "@/lib/wording/lanes";

export function LaneBadge({ lane }: { readonly lane: Lane }) {
  const { name, meaning, tone } = LANE_WORDS[lane];
  return (
    <Badge tone={tone} title={meaning}>
      {name}
    </Badge>
  );
}
