import { TextLink } from "@/components/ui/text-link";
import { RuleConfidenceBadge, type RuleConfidenceName } from "./rule-confidence-badge";

type RuleChangeText = {
  readonly id: string;
  readonly sentence: string;
  readonly law: string;
  readonly published: string;
  readonly confidence: RuleConfidenceName;
};

export type RuleReleaseText = {
  readonly version: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly publishedOn: string;
  /** The day of publication follows from something else: "no later than". */
  readonly publishedIsInferred: boolean;
  readonly changes: readonly RuleChangeText[];
};

function Change({ change }: { readonly change: RuleChangeText }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 grow basis-64">
        <p>{change.sentence}</p>
        <p className="text-sm text-muted">
          {change.law} ({change.published})
        </p>
      </div>
      <RuleConfidenceBadge confidence={change.confidence} />
    </li>
  );
}

/** What CBP changed, since when, where it can be read and how sure it is. */
export function RuleChanges({ release }: { readonly release: RuleReleaseText }) {
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">
        Effective from <time dateTime={release.effectiveFrom}>{release.effectiveFrom}</time>, published{" "}
        {release.publishedIsInferred ? "no later than " : ""}
        <time dateTime={release.publishedOn}>{release.publishedOn}</time>. Rules {release.version}.
      </p>
      <ul className="space-y-3">
        {release.changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </div>
  );
}

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
