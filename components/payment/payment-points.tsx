import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Input, Select } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import type { Tone } from "@/components/ui/tone";
import type { PaymentState } from "@/lib/domain";
import { PAYMENT_STATE_WORDS } from "@/lib/wording/payment";

type PaymentPointRow = {
  readonly id: string;
  readonly title: string;
  readonly state: PaymentState;
  readonly attested: boolean;
  readonly evidence: readonly string[];
  readonly law: string;
};

export type PaymentImporter = {
  readonly number: string;
  readonly name: string;
  readonly state: PaymentState;
  /** "1,234.00 USD of refundable duty hang on it". */
  readonly note: string;
  readonly points: readonly PaymentPointRow[];
};

type PaymentPointsProps = {
  readonly importer: PaymentImporter;
  /** Sends `importer`, `point`, `holds` and `note`; null where nobody may attest. */
  readonly attest: FormAction | null;
  readonly org: string;
};

const STATE_TONE = { red: "blocked", amber: "caution", green: "done" } as const satisfies Record<
  PaymentState,
  Tone
>;

const ANSWERS = [
  { value: "yes", label: "Yes, I checked it" },
  { value: "no", label: "No, it is not so" },
];

/** Everything that may hold the money of one importer, the worst said first in its head. */
export function PaymentPoints({ importer, attest, org }: PaymentPointsProps) {
  return (
    <Panel
      title={`${importer.name} ${importer.number}`}
      note={importer.note}
      actions={<Badge tone={STATE_TONE[importer.state]}>{PAYMENT_STATE_WORDS[importer.state]}</Badge>}
      flush
    >
      <ul className="divide-y divide-line">
        {importer.points.map((point) => (
          <li key={point.id} className="space-y-1 px-4 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <p className="min-w-0 grow basis-56">{point.title}</p>
              <Badge tone={STATE_TONE[point.state]}>{PAYMENT_STATE_WORDS[point.state]}</Badge>
            </div>
            {point.evidence.map((line) => (
              <p key={line} className="text-sm break-words text-muted">
                {line}
              </p>
            ))}
            <p className="text-xs text-muted">{point.law}</p>
            {point.attested && attest !== null ? (
              <Attest attest={attest} org={org} importer={importer.number} point={point.id} />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type AttestProps = {
  readonly attest: FormAction;
  readonly org: string;
  readonly importer: string;
  readonly point: string;
};

function Attest({ attest, org, importer, point }: AttestProps) {
  const id = `${point}-${importer}`;
  return (
    <ActionForm
      action={attest}
      hidden={{ org, importer, point }}
      submit="Attest"
      variant="secondary"
      size="sm"
      className="flex flex-wrap items-end gap-3 pt-1"
    >
      <Select id={`holds-${id}`} name="holds" label="Is it so?" options={ANSWERS} />
      <Input
        id={`note-${id}`}
        name="note"
        label="What you looked at (no bank numbers)"
        maxLength={300}
        autoComplete="off"
        className="min-w-56 grow"
      />
    </ActionForm>
  );
}
