import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Input, Select, Textarea, type Option } from "@/components/ui/field";

type Problems = { readonly amount?: string; readonly deposit?: string; readonly to?: string };

type CalculationFormProps = {
  readonly path: string;
  readonly values: {
    readonly amount: string;
    readonly deposit: string;
    readonly to: string;
    readonly rows: string;
    readonly rateClass: string;
    readonly convention: string;
    readonly rate: string;
  };
  readonly problems: Problems;
  readonly classes: readonly Option[];
  /** Ours first; all others are comparisons. */
  readonly conventions: readonly Option[];
  readonly publishedThrough: string;
};

/** Asked with GET: the address carries everything, so that it can be kept and sent. */
export function CalculationForm(form: CalculationFormProps) {
  const { path, values, problems, classes, conventions, publishedThrough } = form;
  return (
    <form action={path} className="space-y-4 print:hidden">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Input
          id="amount"
          name="amount"
          label="IEEPA duty to be refunded, USD"
          inputMode="decimal"
          mono
          defaultValue={values.amount}
          error={problems.amount}
        />
        <Input
          id="deposit"
          name="deposit"
          label="Day of the deposit"
          hint="The day the duty was paid, mostly ten working days after entry."
          mono
          placeholder="2025-06-16"
          defaultValue={values.deposit}
          error={problems.deposit}
        />
        <Input
          id="to"
          name="to"
          label="Last day"
          hint="Liquidation or reliquidation, or what if. Blank: today."
          mono
          placeholder="2026-11-21"
          defaultValue={values.to}
          error={problems.to}
        />
        <Select id="class" name="class" label="Importer" options={classes} defaultValue={values.rateClass} />
      </div>
      <Disclosure
        summary="Several amounts at once, another way to compute it, or a rate of your own"
        open={values.rows !== "" || values.rate !== "" || values.convention !== "default"}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Textarea
            id="rows"
            name="rows"
            label="Rows pasted from a spreadsheet"
            hint="Amount, day of the deposit, last day: one row on a line, cells divided by tabs, semicolons or blanks. The last day may be left out."
            rows={6}
            spellCheck={false}
            defaultValue={values.rows}
          />
          <div className="space-y-4">
            <Select
              id="convention"
              name="convention"
              label="Convention"
              hint="All but ours are comparisons."
              options={conventions}
              defaultValue={values.convention}
            />
            <Input
              id="rate"
              name="rate"
              label={`Rate a year after ${publishedThrough}, percent`}
              hint="No later rate is published. Blank holds the last one; both are marked as assumed."
              inputMode="decimal"
              mono
              defaultValue={values.rate}
            />
          </div>
        </div>
      </Disclosure>
      <Button type="submit">Calculate</Button>
    </form>
  );
}
