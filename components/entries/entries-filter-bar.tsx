import { Input, Select, type Option } from "@/components/ui/field";
import { FilterChips, type Chip } from "@/components/ui/filter-chips";
import { FilterForm } from "@/components/ui/filter-form";

type EntriesFilterBarProps = {
  /** The page's own path; the form asks it with GET. */
  readonly path: string;
  /** The whole filtered list as a file. */
  readonly exportHref: string;
  readonly lanes: readonly Chip[];
  readonly importers: readonly Option[];
  readonly sorts: readonly Option[];
  readonly values: { readonly q: string; readonly importer: string; readonly sort: string };
  /** The rest of the filter, carried along: lanes and the like. Several values per name are allowed. */
  readonly hidden?: readonly (readonly [name: string, value: string])[];
};

/** The filter is the address: chips are links, the form is a plain GET, and both work without a script. */
export function EntriesFilterBar({
  path,
  exportHref,
  lanes,
  importers,
  sorts,
  values,
  hidden = [],
}: EntriesFilterBarProps) {
  return (
    <div className="space-y-3">
      <FilterChips label="Lanes" chips={lanes} />
      <FilterForm
        path={path}
        exportHref={exportHref}
        hidden={hidden}
        columns="sm:grid-cols-[minmax(12rem,1fr)_minmax(10rem,1fr)_minmax(10rem,auto)_auto]"
      >
        <Input
          id="filter-q"
          name="q"
          type="search"
          mono
          label="Entry number"
          placeholder="ZZX-1000005-2"
          defaultValue={values.q}
        />
        <Select
          id="filter-importer"
          name="importer"
          label="Importer"
          options={importers}
          defaultValue={values.importer}
        />
        <Select id="filter-sort" name="sort" label="Sort" options={sorts} defaultValue={values.sort} />
      </FilterForm>
    </div>
  );
}
