import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import type { Lane } from "@/lib/domain";
import { countOf } from "@/lib/wording/count";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd } from "@/lib/wording/money";

type Sums = { readonly entries: number; readonly refundable: string };
type Ticked = { readonly checked: boolean };

export type Choices = {
  readonly importers: readonly ({ readonly value: string; readonly label: string } & Ticked)[];
  readonly filers: readonly ({ readonly value: string } & Sums & Ticked)[];
  readonly lanes: readonly ({ readonly lane: Lane } & Sums & Ticked)[];
};

/** The choice stands in the address: the form asks the page itself. */
export function BuilderChoice({ path, importers, filers, lanes }: Choices & { readonly path: string }) {
  return (
    <form action={path} className="space-y-4">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <Choice legend="Importers of record">
          {importers.map(({ value, label, checked }) => (
            <Box key={value} name="importer" value={value} checked={checked}>
              {label}
            </Box>
          ))}
        </Choice>
        <Choice legend="Filers" note="None ticked: all of them.">
          {filers.map(({ value, checked, ...sums }) => (
            <Box key={value} name="filer" value={value} checked={checked}>
              <span className="font-mono">{value}</span> <SumsText {...sums} />
            </Box>
          ))}
        </Choice>
      </div>
      <Choice legend="Lanes that go in">
        {lanes.map(({ lane, checked, ...sums }) => (
          <Box key={lane} name="lane" value={lane} checked={checked}>
            {LANE_WORDS[lane].name} <SumsText {...sums} />
            <span className="block text-sm text-muted">{LANE_WORDS[lane].meaning}</span>
          </Box>
        ))}
      </Choice>
      <Button type="submit" variant="secondary">
        Show what goes in
      </Button>
    </form>
  );
}

const SumsText = ({ entries, refundable }: Sums) => (
  <span className="text-sm text-muted">
    {countOf(entries, "entry", "entries")}, <span className="font-mono">{formatUsd(refundable)}</span>
  </span>
);

type ChoiceProps = {
  readonly legend: string;
  readonly note?: string;
  readonly children: ReactNode;
};

function Choice({ legend, note, children }: ChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {note === undefined ? null : <p className="text-sm text-muted">{note}</p>}
      <ul className="max-h-72 space-y-1 overflow-y-auto">{children}</ul>
    </fieldset>
  );
}

type BoxProps = {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly children: ReactNode;
};

const Box = ({ name, value, checked, children }: BoxProps) => (
  <li>
    <label className="flex gap-2.5 py-1">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
      />
      <span className="min-w-0">{children}</span>
    </label>
  </li>
);
