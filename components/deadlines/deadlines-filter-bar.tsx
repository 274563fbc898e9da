import { Select, type Option } from "@/components/ui/field";
import { FilterChips, type Chip } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";

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
      <FilterForm
        path={path}
        exportHref={exportHref}
        hidden={hidden}
        columns="sm:grid-cols-[minmax(12rem,1fr)_minmax(10rem,1fr)_auto]"
      >
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
      </FilterForm>
    </div>
  );
}
