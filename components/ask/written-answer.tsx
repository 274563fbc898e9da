import { Panel } from "@/components/ui/panel";

type WrittenAnswerProps = {
  readonly model: string;
  readonly paragraphs: readonly string[];
  /** The passages it was given, as its numbers name them. */
  readonly passages: readonly { readonly number: number; readonly href: string; readonly title: string }[];
};

/** Prose that a model wrote from the passages below it, labelled as that. */
export function WrittenAnswer({ model, paragraphs, passages }: WrittenAnswerProps) {
  return (
    <Panel
      title="Written by a model"
      note={`${model} wrote this from the numbered passages. It can be wrong; the passages below are ours, word for word.`}
    >
      <div className="space-y-3">
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="text-pretty">
            {paragraph}
          </p>
        ))}
        <ol className="space-y-0.5 text-sm">
          {passages.map(({ number, href, title }) => (
            <li key={number}>
              [{number}]{" "}
              <a href={href} className="rounded-sm text-accent underline underline-offset-3">
                {title}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}
