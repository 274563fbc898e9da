import { PlainLink } from "@/components/ui/plain-link";
import { formatCount } from "@/lib/wording/count";
import { RuleConfidenceBadge, type RuleConfidenceName } from "./rule-confidence-badge";
import { RuleChanges, type RuleReleaseText } from "./rule-release";

type RuleText = {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** "2026-04-20 to 2026-06-28, days of filing". */
  readonly dates: string;
  /** The day on which it could be read first; null: it has no single one. */
  readonly publishedOn: string | null;
  readonly law: readonly { readonly law: string; readonly published: string }[];
  readonly confidence: RuleConfidenceName;
};

export type RuleSubjectText = {
  /** A part of an address: `entry-type`. */
  readonly id: string;
  readonly name: string;
  readonly rules: readonly RuleText[];
};

function Rule({ rule }: { readonly rule: RuleText }) {
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_13rem] print:break-inside-avoid">
      <div className="min-w-0 space-y-0.5">
        <p>
          <span className="font-medium break-words">{rule.title}</span>
          <span className="block">{rule.rule}</span>
        </p>
        <p className="text-sm break-words text-muted">
          {rule.law.map(({ law, published }) => `${law} (${published})`).join("; ")}
        </p>
      </div>
      <div className="flex flex-col items-start gap-1 text-sm">
        <span>{rule.dates}</span>
        {rule.publishedOn === null ? null : (
          <span className="text-muted">published by {rule.publishedOn}</span>
        )}
        <RuleConfidenceBadge confidence={rule.confidence} />
      </div>
    </li>
  );
}

/** What changed, newest first: the top of the page, and where every dated rule can be traced to. */
export function RuleChangelog({ releases }: { readonly releases: readonly RuleReleaseText[] }) {
  return (
    <section aria-labelledby="changelog" className="space-y-4">
      <h2 id="changelog" className="text-lg font-semibold">
        What changed
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {releases.map((release) => (
          <li key={release.version} className="space-y-2 py-4 print:break-inside-avoid">
            <h3 className="font-medium">{release.title}</h3>
            <RuleChanges release={release} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The way to each subject. */
export function RuleContents({ subjects }: { readonly subjects: readonly RuleSubjectText[] }) {
  return (
    <nav aria-label="Subjects" className="space-y-2">
      <h2 className="text-lg font-semibold">Subjects</h2>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <li>
          <PlainLink href="#changelog">What changed</PlainLink>
        </li>
        {subjects.map(({ id, name, rules }) => (
          <li key={id}>
            <PlainLink href={`#${id}`}>{name}</PlainLink>{" "}
            <span className="text-sm text-muted">{formatCount(rules.length)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every rule of one subject with its days, its law and how sure it is. */
export function RuleSubjectSection({ subject }: { readonly subject: RuleSubjectText }) {
  return (
    <section aria-labelledby={subject.id} className="space-y-2">
      <h2 id={subject.id} className="scroll-mt-4 text-lg font-semibold">
        {subject.name}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {subject.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </section>
  );
}
