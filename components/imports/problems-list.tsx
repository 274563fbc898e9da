import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Quoted } from "@/components/ui/quoted";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

type ProblemExample = {
  /** "ES003_part2.xlsx, row 4,182, Entry Summary Number". */
  readonly where: string;
  /** As it stood in the cell. */
  readonly found: string;
};

export type ProblemGroup = {
  readonly kind: string;
  readonly what: string;
  readonly why: string;
  /** The repair, in one sentence. */
  readonly how: string;
  readonly count: number;
  /** IEEPA duty on these rows, exchange form; null where it cannot be told. */
  readonly duty: string | null;
  readonly blocking: boolean;
  readonly examples: readonly ProblemExample[];
  /** A form that accepts the repair for the whole group. */
  readonly repair?: ReactNode;
};

function Problem({ group }: { readonly group: ProblemGroup }) {
  return (
    <li className="space-y-1.5 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <Badge tone={group.blocking ? "blocked" : "caution"}>{group.blocking ? "Not used" : "Check"}</Badge>
          <Quoted text={group.what} />
        </p>
        <p className="text-sm text-muted">
          {countOf(group.count, "row", "rows")}
          {group.duty === null ? null : (
            <>
              , <span className="font-mono text-ink">{formatUsd(group.duty)}</span> IEEPA duty
            </>
          )}
        </p>
      </div>
      <p className="text-muted">
        <Quoted text={group.why} />
      </p>
      <p>
        <Quoted text={group.how} />
      </p>
      {group.examples.length === 0 ? null : (
        <Disclosure summary={`Show ${formatCount(group.examples.length)} of ${formatCount(group.count)}`}>
          <ul className="space-y-1 text-sm">
            {group.examples.map(({ where, found }) => (
              <li key={where} className="flex flex-wrap gap-x-3">
                <span className="text-muted">{where}</span>
                <code className="font-mono break-all">{found === "" ? "(blank)" : found}</code>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {group.repair}
    </li>
  );
}

/** Problems grouped by the repair they need: what, why, how, and where to look. */
export function ProblemsList({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  if (groups.length === 0) return <EmptyState title="No problem was found in this file" />;
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => (
        <Problem key={group.kind} group={group} />
      ))}
    </ul>
  );
}
