import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { countOf } from "@/lib/wording/count";

type Linked = { readonly id: string; readonly fileName: string; readonly entries: number };

type LinkedDeclarationsProps = {
  /** Declarations that rows of this one were dropped from, and those on which dropped rows of this one stand again. */
  readonly parents: readonly Linked[];
  readonly refiles: readonly Linked[];
  readonly base: string;
};

/** The way between a declaration and the one on which its dropped rows are filed again. */
export function LinkedDeclarations({ parents, refiles, base }: LinkedDeclarationsProps) {
  if (parents.length + refiles.length === 0) return null;
  return (
    <Panel title="Filed again">
      <ul className="space-y-1">
        {parents.map((parent) => (
          <li key={parent.id}>
            {countOf(parent.entries, "entry", "entries")} here, dropped by CBP from{" "}
            <Name of={parent} base={base} />
          </li>
        ))}
        {refiles.map((child) => (
          <li key={child.id}>
            {countOf(child.entries, "dropped entry", "dropped entries")} again on{" "}
            <Name of={child} base={base} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const Name = ({ of: { id, fileName }, base }: { readonly of: Linked; readonly base: string }) => (
  <TextLink href={`${base}/declarations/${id}`}>
    <span className="font-mono break-all">{fileName}</span>
  </TextLink>
);
