import { Button, LinkButton } from "@/components/ui/button";
import { Select, type Option } from "@/components/ui/field";
import { FilterChips, type Chip } from "@/components/ui/filter-chips";

type DeadlinesFilterBarProps = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  /** Every clock of the filter as a file. */
  readonly exportHref: string;
  readonly kinds: readonly Chip[];
  readonly shown: readonly Chip[];
  readonly importers: readonly Option[];
  readonly withins: readonly Option[];
  readonly values: { readonly importer: string; readonly within: string };
  /** The rest of the filter, carried along. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
};

/** The filter is the address: chips are links, the form is a plain GET, and both work without a script. */
export function DeadlinesFilterBar(props: DeadlinesFilterBarProps) {
  const { path, exportHref, kinds, shown, importers, withins, values, hidden } = props;
  return (
    <div className="space-y-3">
      <FilterChips label="What ends" chips={kinds} />
      <FilterChips label="Which clocks" chips={shown} />
      <form
        action={path}
        className="grid items-end gap-3 sm:grid-cols-[minmax(12rem,1fr)_minmax(10rem,1fr)_auto]"
      >
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Select
          id="deadlines-importer"
          name="importer"
          label="Importer"
          options={importers}
          defaultValue={values.importer}
        />
        <Select
          id="deadlines-within"
          name="within"
          label="Last day within"
          options={withins}
          defaultValue={values.within}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="secondary">
            Apply
          </Button>
          <LinkButton href={exportHref} download variant="secondary">
            Download CSV
          </LinkButton>
        </div>
      </form>
    </div>
  );
}
