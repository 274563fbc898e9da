import { RuleConfidenceBadge, type RuleConfidenceName } from "@/components/rules/rule-confidence-badge";
import { PlainLink } from "@/components/ui/plain-link";

type PassageText = {
  readonly href: string;
  readonly heading: string;
  readonly quoted: readonly string[];
  readonly law: string | null;
  readonly confidence: RuleConfidenceName | null;
};

export type AnswerText = {
  readonly href: string;
  readonly title: string;
  readonly passages: readonly PassageText[];
};

/** Pages that answer, each with what it says, word for word. */
export function AnswerList({ answers }: { readonly answers: readonly AnswerText[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {answers.map(({ href, title, passages }) => (
        <li key={href} className="space-y-4 py-5">
          <h3 className="text-lg font-semibold">
            <PlainLink href={href}>{title}</PlainLink>
          </h3>
          {passages.map((passage) => (
            <Quotation key={passage.href + passage.heading} passage={passage} title={title} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Quotation({ passage, title }: { readonly passage: PassageText; readonly title: string }) {
  const { href, heading, quoted, law, confidence } = passage;
  return (
    <blockquote cite={href} className="space-y-1 border-l-2 border-line-strong pl-4">
      {heading === title ? null : (
        <p className="font-medium">
          <PlainLink href={href}>{heading}</PlainLink>
        </p>
      )}
      {quoted.map((words) => (
        <p key={words} className="text-pretty">
          {words}
        </p>
      ))}
      {law === null ? null : <p className="text-sm break-words text-muted">{law}</p>}
      {confidence === null ? null : <RuleConfidenceBadge confidence={confidence} />}
    </blockquote>
  );
}

/** The rules that fit, each with its law. */
export function RuleList({ rules }: { readonly rules: readonly PassageText[] }) {
  return (
    <div className="space-y-4">
      {rules.map((rule) => (
        <Quotation key={rule.heading} passage={rule} title="" />
      ))}
    </div>
  );
}
