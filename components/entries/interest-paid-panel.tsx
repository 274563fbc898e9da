import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";

import { InterestPaidAnswer, type PaidAnswer } from "./interest-paid-answer";

type Field = "principal" | "interest" | "from" | "to" | "received";

type InterestPaidPanelProps = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly values: Readonly<Record<Field, string>>;
  /** The entry's own refundable amount, exchange form; blank where it is not certain. */
  readonly placeholder: string;
  readonly problems: Partial<Readonly<Record<Field, string>>>;
  /** Null until something is asked. */
  readonly answer: PaidAnswer | null;
};

const FIELDS = [
  { name: "principal", label: "Principal refunded, USD", type: "text" },
  { name: "interest", label: "Interest paid, USD", type: "text" },
  { name: "from", label: "Interest from (if known)", type: "date" },
  { name: "to", label: "(Re)liquidated on (if known)", type: "date" },
  { name: "received", label: "Money received on (optional)", type: "date" },
] as const;

/** Which way of computing gives the interest that CBP paid. A plain GET: the question and its answer can be shared. */
export function InterestPaidPanel({
  path,
  hidden,
  values,
  placeholder,
  problems,
  answer,
}: InterestPaidPanelProps) {
  return (
    <Panel
      id="paid"
      title="What CBP paid"
      note="Report ES-022 shows principal and interest of each entry. Enter them to see which convention, class and dates give CBP's figure to the cent."
    >
      <form
        action={`${path}#paid`}
        className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto]"
      >
        {hidden.map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        {FIELDS.map(({ name, label, type }) => (
          <Input
            key={name}
            id={`paid-${name}`}
            name={name}
            type={type}
            mono
            label={label}
            error={problems[name]}
            defaultValue={values[name] === "" && name === "principal" ? placeholder : values[name]}
            {...(type === "text" ? { inputMode: "decimal" } : {})}
          />
        ))}
        <Button type="submit" variant="secondary" className="lg:mt-6">
          Explain
        </Button>
      </form>
      {answer === null ? null : <InterestPaidAnswer answer={answer} />}
    </Panel>
  );
}
