import { TextLink } from "@/components/ui/text-link";

export type MoveText = {
  /** "29 June 2026: 12 entries, $48,210.00, moved from excluded to cape-recon". */
  readonly sentence: string;
  readonly href: string;
  /** What the dollars leave out; null when every figure is certain. */
  readonly note: string | null;
};

/** What the change did to the organization's entries. */
export function RuleMoves({ moves }: { readonly moves: readonly MoveText[] }) {
  if (moves.length === 0) return <p className="text-muted">It moved no entry of yours.</p>;
  return (
    <ul className="space-y-1">
      {moves.map(({ sentence, href, note }) => (
        <li key={href}>
          <TextLink href={href} className="font-medium">
            {sentence}
          </TextLink>
          {note === null ? null : <span className="text-sm text-muted"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}
