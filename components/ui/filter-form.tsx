import type { ReactNode } from "react";

import { Button, LinkButton } from "./button";

type FilterFormProps = {
  /** The page's own path; the form asks it with GET, so that it works without a script. */
  readonly path: string;
  /** The whole filtered list as a file. */
  readonly exportHref: string;
  /** The rest of the filter, carried along. Several values per name are allowed. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  /** The columns of the form, its buttons last. */
  readonly columns: string;
  readonly children: ReactNode;
};

/** A filter is an address: its fields, and what it finds as a page or as a file. */
export function FilterForm({ path, exportHref, hidden, columns, children }: FilterFormProps) {
  return (
    <form action={path} className={`grid items-end gap-3 ${columns}`}>
      <HiddenInputs values={hidden} />
      {children}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="secondary">
          Apply
        </Button>
        <LinkButton href={exportHref} download variant="secondary">
          Download CSV
        </LinkButton>
      </div>
    </form>
  );
}

/** Values that a form carries along unseen; a name may stand several times. */
export function HiddenInputs({
  values,
}: {
  readonly values: readonly (readonly [name: string, value: string])[];
}) {
  return values.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
