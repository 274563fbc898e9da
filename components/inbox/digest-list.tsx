import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";

type DigestLine = { readonly text: string; readonly href: string | null };

export type DigestRow = {
  readonly id: string;
  /** "Week of 2026-11-16". */
  readonly title: string;
  /** "as of 2026-11-21, sent by e-mail". */
  readonly note: string;
  readonly unread: boolean;
  readonly sections: readonly { readonly title: string; readonly lines: readonly DigestLine[] }[];
};

/** Every digest as it was on its day, the newest first. */
export function DigestList({ rows }: { readonly rows: readonly DigestRow[] }) {
  if (rows.length === 0)
    return (
      <Panel>
        <EmptyState title="Nothing was sent to you yet">
          A digest comes when last days are near or a change of the rules has moved entries.
        </EmptyState>
      </Panel>
    );
  return rows.map((row) => (
    <Panel
      key={row.id}
      title={row.title}
      note={row.note}
      actions={row.unread ? <Badge tone="ready">Unread</Badge> : undefined}
    >
      <div className="space-y-3">
        {row.sections.map(({ title, lines }) => (
          <section key={title}>
            <h3 className="font-medium">{title}</h3>
            <ul className="list-disc space-y-0.5 pl-5 tabular-nums">
              {lines.map(({ text, href }) => (
                <li key={text}>{href === null ? text : <TextLink href={href}>{text}</TextLink>}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  ));
}
