import { Button } from "@/components/ui/button";
import { Input, Select, type Option } from "@/components/ui/field";

type RefundsFilterBarProps = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  readonly payees: readonly Option[];
  readonly values: { readonly show: string; readonly payee: string; readonly find: string };
};

/** The filter is the address: a plain GET that works without a script. */
export function RefundsFilterBar({ path, payees, values }: RefundsFilterBarProps) {
  return (
    <form
      action={path}
      className="grid items-end gap-3 sm:grid-cols-[minmax(12rem,1fr)_minmax(12rem,1fr)_auto]"
    >
      {values.show === "all" ? null : <input type="hidden" name="show" value={values.show} />}
      <Select id="refunds-payee" name="payee" label="Payee" options={payees} defaultValue={values.payee} />
      <Input
        id="refunds-find"
        name="find"
        label="Refund ID, trace, entry or amount"
        mono
        autoComplete="off"
        spellCheck={false}
        defaultValue={values.find}
      />
      <Button type="submit" variant="secondary">
        Apply
      </Button>
    </form>
  );
}
