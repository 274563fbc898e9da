import { ActionForm } from "@/components/ui/action-form";
import { Input } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import type { FilingRole } from "@/lib/domain";

/** A number that stands in the books, or that was said before. */
type KnownNumber = {
  readonly value: string;
  /** "HARBOR GOODS LLC, 312 entries". */
  readonly of: string;
  readonly own: boolean;
};

export type FilingRightFormProps = {
  /** Sends `role`, and the numbers of that role as `importers` or `filers`, once for each; `other` as typed. */
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  /** Null: not said yet. */
  readonly role: FilingRole | null;
  readonly importers: readonly KnownNumber[];
  readonly filers: readonly KnownNumber[];
};

const ROLES = {
  importer: {
    title: "An importer of record",
    hint: "An importer's ACE account declares entries of its own IOR numbers only.",
    numbers: "IOR numbers that are its own",
  },
  broker: {
    title: "A licensed customs broker",
    hint: "A broker's ACE account declares only entries that it filed: those with its filer codes.",
    numbers: "Filer codes that are its own",
  },
} as const satisfies Record<FilingRole, { title: string; hint: string; numbers: string }>;

/** One question with two answers: whose entries this organization may declare. */
export function FilingRightForm({ action, hidden, role, importers, filers }: FilingRightFormProps) {
  return (
    <ActionForm action={action} hidden={hidden} submit="Store the answer" variant="secondary" size="sm">
      <p className="max-w-prose">
        Only the importer of record, or the broker that filed an entry, may declare it (CSMS 68340863). This
        organization is
      </p>
      <div className="grid w-full gap-4 md:grid-cols-2">
        <Answer role="importer" chosen={role} numbers={importers} />
        <Answer role="broker" chosen={role} numbers={filers} />
      </div>
      <Input
        id="filing-right-other"
        name="other"
        label="Numbers that are in no file yet"
        mono
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        hint="Of the answer you chose; several with commas between them."
        className="w-full max-w-md"
      />
    </ActionForm>
  );
}

type AnswerProps = {
  readonly role: FilingRole;
  readonly chosen: FilingRole | null;
  readonly numbers: readonly KnownNumber[];
};

const FIELD = { importer: "importers", broker: "filers" } as const satisfies Record<FilingRole, string>;

function Answer({ role, chosen, numbers }: AnswerProps) {
  const words = ROLES[role];
  return (
    <fieldset className="min-w-0 space-y-2 rounded-md border border-line px-3 pb-3">
      <legend className="px-1">
        <label className="flex items-center gap-2 font-medium">
          <input
            type="radio"
            name="role"
            value={role}
            required
            defaultChecked={chosen === role}
            className="size-4.5 accent-accent"
          />
          {words.title}
        </label>
      </legend>
      <p className="text-sm text-muted">{words.hint}</p>
      <p className="text-sm font-medium">{words.numbers}</p>
      {numbers.length === 0 ? (
        <p className="text-sm text-muted">None stands in a file yet.</p>
      ) : (
        <ul className="max-h-60 overflow-y-auto">
          {numbers.map(({ value, of, own }) => (
            <li key={value}>
              <label className="flex gap-2.5 py-1">
                <input
                  type="checkbox"
                  name={FIELD[role]}
                  value={value}
                  defaultChecked={own}
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  <span className="font-mono break-all">{value}</span>
                  <span className="ml-2 text-sm text-muted">{of}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
