import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/wording/count";

type RepairLinkProps = {
  readonly href: string;
  /** Cells and rows that could not be read. */
  readonly problems: number;
};

/** The way from an import to its repairs; loud only while there is something to repair. */
export function RepairLink({ href, problems }: RepairLinkProps) {
  if (problems === 0)
    return (
      <p>
        <TextLink href={href}>Repairs of this file</TextLink>
      </p>
    );
  return (
    <Notice
      tone="caution"
      title={countOf(problems, "problem can be looked at", "problems can be looked at")}
      actions={
        <LinkButton href={href} variant="secondary">
          Repair
        </LinkButton>
      }
    >
      <p>Accept repairs by group, type cells, or take the rows to Excel and back. The file stays as it is.</p>
    </Notice>
  );
}
