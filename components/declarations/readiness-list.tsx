import { clsx } from "clsx";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Checkbox, Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { countOf } from "@/lib/wording/count";
import type { ReadinessState } from "@/lib/domain";
import { formatInstant } from "@/lib/wording/day";
import { READINESS_STATE_WORDS } from "@/lib/wording/readiness";

export type ReadinessRow = {
  readonly id: string;
  readonly title: string;
  readonly state: ReadinessState;
  readonly blocking: boolean;
  /** What was computed: "312 of 312 numbers have a fitting check digit". */
  readonly evidence: readonly string[];
  readonly attested: {
    readonly by: string;
    readonly at: string;
    readonly note: string;
    /** What it said then; empty where it says the same today. */
    readonly statement: string;
  } | null;
  readonly law: string;
  /** Where the same is kept for the importer, whatever the declaration. */
  readonly more?: { readonly href: string; readonly label: string } | undefined;
};

type ReadinessListProps = {
  readonly points: readonly ReadinessRow[];
  /** Sends `point=<id>` and `attested=yes`; null where nobody may attest here. */
  readonly attest: FormAction | null;
  readonly hidden: Readonly<Record<string, string>>;
};

const STATE_TONE = {
  met: "done",
  failed: "blocked",
  warning: "caution",
  "to-attest": "caution",
  attested: "done",
} as const satisfies Record<ReadinessState, Tone>;

function Attestation({
  point,
  attest,
  hidden,
}: {
  readonly point: ReadinessRow;
  readonly attest: FormAction;
  readonly hidden: ReadinessListProps["hidden"];
}) {
  return (
    <ActionForm
      action={attest}
      hidden={{ ...hidden, point: point.id }}
      submit="Attest"
      variant="secondary"
      size="sm"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1"
    >
      <Checkbox
        id={`attest-${point.id}`}
        name="attested"
        value="yes"
        required
        label="I checked this, and it is so."
      />
      <Input
        id={`attest-note-${point.id}`}
        name="note"
        label="What it rests on"
        maxLength={500}
        autoComplete="off"
        placeholder="Optional; kept with your name"
        className="grow basis-64"
      />
    </ActionForm>
  );
}

/** The twelve points: computed ones with their evidence, attested ones with name and time. */
export function ReadinessList({ points, attest, hidden }: ReadinessListProps) {
  const open = points.filter(
    ({ state, blocking }) => blocking && (state === "failed" || state === "to-attest"),
  ).length;
  return (
    <div>
      <p className="px-4 py-3">
        {open === 0
          ? "Nothing blocks the download."
          : `${countOf(open, "point still blocks", "points still block")} the download.`}
      </p>
      <ol className="divide-y divide-line border-t border-line">
        {points.map((point, index) => (
          <li key={point.id} className="flex gap-3 px-4 py-3">
            <span aria-hidden className="w-5 shrink-0 text-right font-mono text-muted">
              {index + 1}
            </span>
            <div className="min-w-0 grow space-y-1">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <p
                  className={clsx(
                    "min-w-0 grow basis-56",
                    point.state !== "met" && point.state !== "attested" && "font-medium",
                  )}
                >
                  {point.title}
                </p>
                <span className="flex gap-1.5">
                  {point.blocking ? null : <Badge tone="neutral">Does not block</Badge>}
                  <Badge tone={STATE_TONE[point.state]}>{READINESS_STATE_WORDS[point.state]}</Badge>
                </span>
              </div>
              {point.evidence.map((line) => (
                <p key={line} className="text-sm text-muted">
                  {line}
                </p>
              ))}
              {point.attested === null ? null : (
                <p className="text-sm text-muted">
                  Attested by {point.attested.by},{" "}
                  <span className="font-mono">{formatInstant(point.attested.at)}</span>
                  {point.attested.statement === "" ? null : `, who read: ${point.attested.statement}`}
                  {point.attested.note === "" ? null : (
                    <span className="block break-words">{point.attested.note}</span>
                  )}
                </p>
              )}
              <p className="text-xs text-muted">{point.law}</p>
              {point.more === undefined ? null : (
                <p className="text-sm">
                  <TextLink href={point.more.href}>{point.more.label}</TextLink>
                </p>
              )}
              {point.state === "to-attest" && attest !== null ? (
                <Attestation point={point} attest={attest} hidden={hidden} />
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
