import { CircleAlert } from "lucide";
import { buttonLook } from "@/components/ui/button-look";
import { Input, Select, type Option } from "@/components/ui/field";
import { HiddenInputs } from "@/components/ui/filter-form";
import { Icon } from "@/components/ui/icon";

type Choice = {
  readonly kind: "choice" | "several";
  readonly name: string;
  readonly options: readonly Option[];
};

export type QuestionField =
  | Choice
  | {
      readonly kind: "select";
      readonly name: string;
      readonly label: string;
      readonly options: readonly Option[];
    }
  | { readonly kind: "day"; readonly name: string; readonly label: string; readonly hint: string };

type GivenField = { readonly field: QuestionField; readonly given: readonly string[] };

export type QuestionScreen = {
  readonly action: string;
  readonly id: string;
  /** 1 to 6. */
  readonly number: number;
  readonly question: string;
  readonly why: string;
  readonly law: string;
  /** Each with what the address holds for it. */
  readonly fields: readonly GivenField[];
  /** The other answers, carried along. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly problem: string | null;
  readonly backHref: string | null;
};

const QUESTIONS = 6;

/** One question a screen. A plain form that asks by GET: it works without scripts, and the address carries the answers. */
export function QuestionForm({ screen }: { readonly screen: QuestionScreen }) {
  const { action, id, number, question, why, law, fields, hidden, problem, backHref } = screen;
  const described = problem === null ? `${id}-why` : `${id}-why ${id}-problem`;
  return (
    <form action={action} className="max-w-prose space-y-6">
      <HiddenInputs values={hidden} />
      <div className="space-y-1">
        <p className="text-sm text-muted">
          Question {number} of {QUESTIONS}
        </p>
        <progress
          value={number}
          max={QUESTIONS}
          aria-label="Progress"
          className="block h-1.5 w-full max-w-60 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
      </div>
      <fieldset aria-describedby={described} className="min-w-0 space-y-4">
        <legend>
          <h1 className="text-2xl font-semibold tracking-tight text-balance">{question}</h1>
        </legend>
        <p id={`${id}-why`} className="text-muted">
          <span className="font-medium text-ink">Why we ask. </span>
          {why} <span className="text-sm">({law})</span>
        </p>
        {problem === null ? null : (
          <p id={`${id}-problem`} role="alert" className="flex items-start gap-1.5 text-blocked">
            <Icon of={CircleAlert} className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        )}
        {fields.map((given) => (
          <Field key={given.field.name} {...given} />
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonLook({})}>
          Continue
        </button>
        {backHref === null ? null : (
          <a href={backHref} className={buttonLook({ variant: "secondary" })}>
            Back
          </a>
        )}
      </div>
    </form>
  );
}

function Field({ field, given }: GivenField) {
  const value = given[0] ?? "";
  if (field.kind === "day") {
    const { name, label, hint } = field;
    return (
      <Input id={name} name={name} label={label} hint={hint} mono defaultValue={value} className="max-w-60" />
    );
  }
  if (field.kind !== "select") return <Choices field={field} given={given} />;
  const options = [{ value: "", label: "Choose" }, ...field.options];
  return (
    <Select id={field.name} name={field.name} label={field.label} options={options} defaultValue={value} />
  );
}

type ChoicesProps = Pick<GivenField, "given"> & {
  readonly field: Choice;
};

/** The whole line is the label, so that it is easy to hit. */
function Choices({ field: { kind, name, options }, given }: ChoicesProps) {
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-surface">
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-sunken">
          <input
            type={kind === "choice" ? "radio" : "checkbox"}
            name={name}
            value={value}
            defaultChecked={given.includes(value)}
            className="size-4.5 shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
    </div>
  );
}
