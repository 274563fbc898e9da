import { PlainLink } from "@/components/ui/plain-link";
import { type Guide, plainText } from "@/lib/library/document";
import { GuideBlocks } from "./guide-blocks";
import { SourceList } from "./source-list";

type Neighbour = { readonly href: string; readonly title: string };

type GuideArticleProps = {
  readonly guide: Guide;
  /** "2026-10-07": nothing later was found when it was reviewed. */
  readonly factsUntil: string;
  readonly next: Neighbour | null;
};

function Contents({ guide }: { readonly guide: Guide }) {
  const headings = guide.blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 ? [{ id: block.id, text: plainText(block.children) }] : [],
  );
  return (
    <nav aria-label="On this page" className="text-sm print:hidden lg:sticky lg:top-6">
      <h2 className="pb-2 font-medium">On this page</h2>
      <ul className="space-y-1.5 border-l border-line">
        {[...headings, { id: "sources", text: "Sources" }].map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block rounded-sm pl-3 text-muted underline-offset-3 hover:text-ink hover:underline"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One guide: some seventy characters a line, its contents beside it, its sources at the end. */
export function GuideArticle({ guide, factsUntil, next }: GuideArticleProps) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,42rem)_14rem] lg:justify-between print:block print:space-y-6">
      <header className="max-w-2xl space-y-3 lg:col-span-2">
        <p className="text-sm print:hidden">
          <PlainLink href="/library">Library</PlainLink>
        </p>
        <h1 className="text-3xl font-semibold tracking-tight text-balance">{guide.title}</h1>
        <p className="text-lg text-muted text-pretty">{guide.summary}</p>
        <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          {[
            ["Written", guide.written],
            ["Reviewed", guide.reviewed],
            ["Facts known until", factsUntil],
          ].map(([term, on]) => (
            <div key={term} className="flex gap-1">
              <dt>{term}</dt>
              <dd>{on}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className="lg:order-last">
        <Contents guide={guide} />
      </div>
      <article className="min-w-0 space-y-8">
        <div className="space-y-4 text-lg leading-7 print:text-base">
          <GuideBlocks blocks={guide.blocks} />
        </div>
        <SourceList sources={guide.sources} />
        {next === null ? null : (
          <p className="border-t border-line pt-6 print:hidden">
            Next: <PlainLink href={next.href}>{next.title}</PlainLink>
          </p>
        )}
      </article>
    </div>
  );
}
