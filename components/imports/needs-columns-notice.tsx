import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type NeedsColumnsNoticeProps = {
  /** Null: the reader may not name them. */
  readonly href: string | null;
  readonly problems: readonly string[];
};

/** The file waits for a person: its headings do not tell every column that is needed. */
export function NeedsColumnsNotice({ href, problems }: NeedsColumnsNoticeProps) {
  return (
    <Notice
      tone="caution"
      title="The columns of this file need names before it can be read"
      actions={href === null ? undefined : <LinkButton href={href}>Name the columns</LinkButton>}
    >
      <ul className="list-disc space-y-1 pl-4">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {href === null ? <p className="mt-2">Somebody who may import files can name them.</p> : null}
    </Notice>
  );
}
