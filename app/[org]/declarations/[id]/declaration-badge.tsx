import { DECLARATION_STATES } from "@/components/declarations/declarations-table";
import { Badge } from "@/components/ui/badge";
import type { DeclarationState } from "@/lib/data/declarations";

export function DeclarationBadge({ state }: { readonly state: DeclarationState }) {
  const { tone, word } = DECLARATION_STATES[state];
  return <Badge tone={tone}>{word}</Badge>;
}
