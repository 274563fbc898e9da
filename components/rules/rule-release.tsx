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
