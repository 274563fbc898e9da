import { Button } from "@/components/ui/button";
import { Input, Select, type Option } from "@/components/ui/field";

type StackingFilterBarProps = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  readonly importers: readonly Option[];
  readonly values: { readonly importer: string; readonly from: string; readonly to: string };
};

const MONTH = { pattern: "20[0-9]{2}-(0[1-9]|1[0-2])", placeholder: "2025-03", title: "A month as YYYY-MM" };

/** The filter is the address: a plain GET that works without a script. */
export function StackingFilterBar({ path, importers, values }: StackingFilterBarProps) {
  return (
    <form
      action={path}
      className="grid items-end gap-3 sm:grid-cols-[minmax(12rem,1fr)_minmax(8rem,12rem)_minmax(8rem,12rem)_auto]"
    >
      <Select
        id="stacking-importer"
        name="importer"
        label="Importer"
        options={importers}
        defaultValue={values.importer}
      />
      <Input
        id="stacking-from"
        name="from"
        type="month"
        mono
        label="Entered from"
        defaultValue={values.from}
        {...MONTH}
      />
      <Input
        id="stacking-to"
        name="to"
        type="month"
        mono
        label="Entered until"
        defaultValue={values.to}
        {...MONTH}
      />
      <Button type="submit" variant="secondary">
        Apply
      </Button>
    </form>
  );
}
