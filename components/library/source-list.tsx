import { PlainLink } from "@/components/ui/plain-link";
import type { Source, SourceReading } from "@/lib/library/document";

const READING_WORDS = {
  text: null,
  relayed: "Relayed: others quote it, and the original was not read.",
  known: "Cited by its section; the wording was not read again for this page.",
} as const satisfies Record<SourceReading, string | null>;

/** The numbered list at the end of a guide, with how each source was read. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources" className="space-y-3 border-t border-line pt-6 text-sm">
      <h2 id="sources" className="scroll-mt-4 text-lg font-semibold">
        Sources
      </h2>
      <ol className="list-decimal space-y-2 pl-6 marker:text-muted">
        {sources.map((source, index) => (
          <li
            key={source.law + source.published}
            id={`source-${String(index + 1)}`}
            className="scroll-mt-4 pl-1 target:bg-accent-wash"
          >
            <span className="font-medium">
              <SourceName source={source} />
            </span>
            . <span className="break-words">{source.published}.</span>
            {READING_WORDS[source.read] === null ? null : (
              <span className="text-muted"> {READING_WORDS[source.read]}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceName({ source: { law, url } }: { readonly source: Source }) {
  if (url === undefined) return law;
  return <PlainLink href={url}>{law}</PlainLink>;
}
