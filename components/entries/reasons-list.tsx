import { Badge } from "@/components/ui/badge";
import { Quoted } from "@/components/ui/quoted";
import type { Confidence } from "@/lib/domain";
import { CONFIDENCE_WORDS } from "@/lib/wording/confidence";

export type ReasonRow = {
  readonly id: string;
  readonly sentence: string;
  /** The facts that decided it, each with its value and where it was read. */
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly source: string | null;
  }[];
  readonly law: readonly { readonly law: string; readonly published: string }[];
  readonly confidence: Confidence;
  /** This reason put the entry into its lane; the others are worth knowing. */
  readonly deciding: boolean;
};

function Reason({ reason }: { readonly reason: ReasonRow }) {
  const confidence = CONFIDENCE_WORDS[reason.confidence];
  return (
    <li className="space-y-1 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className={reason.deciding ? "min-w-0 grow basis-64 font-medium" : "min-w-0 grow basis-64"}>
          <Quoted text={reason.sentence} />
        </p>
        <span className="flex gap-1.5">
          {reason.deciding ? <Badge tone="ready">Decides the lane</Badge> : null}
          <Badge tone={confidence.tone} title={confidence.meaning}>
            {confidence.name}
          </Badge>
        </span>
      </div>
      {reason.facts.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
          {reason.facts.map(({ name, value, source }) => (
            <li key={`${name} ${value} ${source ?? ""}`}>
              <span className="text-muted">{name}</span> <span className="font-mono">{value}</span>
              {source === null ? null : <span className="text-muted"> ({source})</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">
        {reason.law.map(({ law, published }) => `${law} (${published})`).join("; ")}
      </p>
    </li>
  );
}

/** Every reason at once, the deciding one first, each with its facts, its law and how sure it is. */
export function ReasonsList({ reasons }: { readonly reasons: readonly ReasonRow[] }) {
  return (
    <ul className="divide-y divide-line">
      {reasons.map((reason) => (
        <Reason key={reason.id} reason={reason} />
      ))}
    </ul>
  );
}
