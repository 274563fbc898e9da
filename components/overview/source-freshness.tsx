import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";

export type SourceRow = {
  readonly id: string;
  readonly href: string;
  readonly fileName: string;
  readonly report: string | null;
  readonly entries: number;
  readonly importedAt: string;
  /** "imported 12 days ago". */
  readonly age: string;
  readonly stale: boolean;
};

/** How old the facts are: an "unliquidated" from an old file may no longer be true. */
export function SourceFreshness({ sources }: { readonly sources: readonly SourceRow[] }) {
  return (
    <ul className="divide-y divide-line">
      {sources.map((source) => (
        <li
          key={source.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2.5"
        >
          <span className="min-w-0 break-words">
            <TextLink href={source.href}>{source.fileName}</TextLink>
            <span className="ml-2 text-sm text-muted">
              {source.report ?? "report not known"}, {countOf(source.entries, "entry", "entries")}
            </span>
          </span>
          <span className="flex items-center gap-2 text-sm text-muted">
            <time dateTime={source.importedAt} title={formatInstant(source.importedAt)}>
              {source.age}
            </time>
            {source.stale ? <Badge tone="caution">Pull a new one</Badge> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
