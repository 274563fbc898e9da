import type { ReactNode } from "react";

import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Quoted } from "@/components/ui/quoted";
import type { Tone } from "@/components/ui/tone";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";

export type RepairExample = {
  /** "row 21". */
  readonly place: string;
  readonly original: string;
  /** Empty where nothing can be proposed. */
  readonly proposed: readonly string[];
  /** "check digit fits". */
  readonly proof: string | null;
};

export type RepairGroupRow = {
  readonly key: string;
  readonly tone: Tone;
  /** "Proven", "Likely", "Lost". */
  readonly state: string;
  readonly title: string;
  /** The column, in the file's own words; null where the whole row is meant. */
  readonly column: string | null;
  readonly why: string;
  /** What to ask for, where nothing in the file helps. */
  readonly ask: string | null;
  readonly count: number;
  /** IEEPA duty on the rows, exchange form. */
  readonly duty: string;
  readonly examples: readonly RepairExample[];
  /** The form that accepts the group; null where each cell needs a hand of its own, or the reader may not. */
  readonly accept: ReactNode;
};

function Example({ example: { place, original, proposed, proof } }: { readonly example: RepairExample }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <span className="text-muted">{place}</span>
      <code className="font-mono break-all">{original === "" ? "(blank)" : original}</code>
      {proposed.length === 0 ? null : (
        <>
          <span aria-hidden>→</span>
          <span className="sr-only">becomes</span>
          <code className="font-mono font-medium break-all">{proposed.join(" or ")}</code>
        </>
      )}
      {proof === null ? null : <span className="text-muted">({proof})</span>}
    </li>
  );
}

function Group({ group }: { readonly group: RepairGroupRow }) {
  const { tone, state, title, column, why, ask, count, duty, examples, accept } = group;
  return (
    <li className="space-y-2 px-4 py-3" aria-label={column === null ? title : `${title}, ${column}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="flex min-w-0 flex-wrap items-baseline gap-x-2 font-medium">
          <Badge tone={tone}>{state}</Badge>
          {title}
          {column === null ? null : <span className="font-normal text-muted">{column}</span>}
        </h3>
        <p className="text-sm text-muted">
          {countOf(count, "cell", "cells")}, <span className="font-mono text-ink">{formatUsd(duty)}</span>{" "}
          IEEPA duty on their rows
        </p>
      </div>
      <p className="text-muted">
        <Quoted text={why} />
      </p>
      {ask === null ? null : <p>{ask}</p>}
      <ul className="space-y-1 text-sm">
        {examples.map((example) => (
          <Example key={`${example.place} ${example.original}`} example={example} />
        ))}
        {count > examples.length ? (
          <li className="text-muted">and {formatCount(count - examples.length)} more</li>
        ) : null}
      </ul>
      {accept}
    </li>
  );
}

/** Bad cells by what repairs them: count, dollars, examples, and one act for all of them. */
export function RepairGroups({ groups }: { readonly groups: readonly RepairGroupRow[] }) {
  if (groups.length === 0)
    return <EmptyState title="Nothing is left to repair">Every cell that is read could be read.</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </ul>
  );
}
