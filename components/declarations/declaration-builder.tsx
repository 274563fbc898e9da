import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select, type Option } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import { Stat, StatRow } from "@/components/ui/stat";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { Lane } from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd } from "@/lib/wording/money";
import { LeftOutTable, type LeftOutGroup } from "./left-out-table";

type BuilderLane = {
  readonly lane: Lane;
  readonly entries: number;
  readonly refundable: string;
  readonly checked: boolean;
};

type PlannedFile = {
  readonly fileName: string;
  readonly filerCode: string;
  readonly entries: number;
  readonly refundable: string;
};

type DeclarationBuilderProps = {
  /** The page's own path: choosing asks it with GET, `importer` and `lane`. */
  readonly path: string;
  readonly importers: readonly Option[];
  readonly importer: string;
  readonly lanes: readonly BuilderLane[];
  readonly files: readonly PlannedFile[];
  readonly goesIn: { readonly entries: number; readonly refundable: string; readonly interest: string };
  readonly leftOut: readonly LeftOutGroup[];
  readonly leftOutTotals: { readonly entries: number; readonly refundable: string };
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

type ChoiceProps = Pick<DeclarationBuilderProps, "path" | "importers" | "importer" | "lanes">;

function Choice({ path, importers, importer, lanes }: ChoiceProps) {
  return (
    <form action={path} className="space-y-4">
      <Select
        id="declaration-importer"
        name="importer"
        label="Importer of record"
        options={importers}
        defaultValue={importer}
        className="max-w-md"
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">Lanes that go in</legend>
        <ul className="space-y-1">
          {lanes.map(({ lane, entries, refundable, checked }) => (
            <li key={lane}>
              <label className="flex gap-2.5 py-1">
                <input
                  type="checkbox"
                  name="lane"
                  value={lane}
                  defaultChecked={checked}
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {LANE_WORDS[lane].name}
                  <span className="ml-2 text-sm text-muted">
                    {countOf(entries, "entry", "entries")},{" "}
                    <span className="font-mono">{formatUsd(refundable)}</span>
                  </span>
                  <span className="block text-sm text-muted">{LANE_WORDS[lane].meaning}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button type="submit" variant="secondary">
        Show what goes in
      </Button>
    </form>
  );
}

function PlannedFiles({ files }: { readonly files: readonly PlannedFile[] }) {
  if (files.length === 0) {
    return (
      <EmptyState title="No entry can go in">See below what stays out and what would change that.</EmptyState>
    );
  }
  return (
    <Table caption="Files to be built">
      <Thead>
        <tr>
          <Th>File</Th>
          <Th>Filer</Th>
          <Th num>Entries</Th>
          <Th num>Refundable, USD</Th>
        </tr>
      </Thead>
      <Tbody>
        {files.map((file) => (
          <tr key={file.fileName}>
            <Td mono>{file.fileName}</Td>
            <Td mono>{file.filerCode}</Td>
            <Td num>{formatCount(file.entries)}</Td>
            <Td num>{formatUsd(file.refundable)}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Choose importer and lanes; see what goes in, in which files, and what stays out and why; then build. */
export function DeclarationBuilder(builder: DeclarationBuilderProps) {
  const { goesIn, files, leftOut, leftOutTotals, action, hidden } = builder;
  return (
    <div className="space-y-5">
      <Panel
        title="What to declare"
        note="One importer and one filer per file; at most 9,999 entries in each."
      >
        <Choice
          path={builder.path}
          importers={builder.importers}
          importer={builder.importer}
          lanes={builder.lanes}
        />
      </Panel>
      <StatRow columns={3}>
        <Stat label="Entries that go in" figure={formatCount(goesIn.entries)} />
        <Stat label="Refundable" figure={formatUsd(goesIn.refundable)} unit="USD" />
        <Stat label="Interest, estimate" figure={formatUsd(goesIn.interest)} unit="USD" />
      </StatRow>
      <Panel title="Goes in" note={countOf(files.length, "file", "files")} flush>
        <PlannedFiles files={files} />
        {files.length === 0 ? null : (
          <div className="border-t border-line px-4 py-3">
            <ActionForm action={action} hidden={hidden} submit="Build the files" pending="Building the files">
              <p className="text-sm text-muted">
                Building makes one draft per file. The file itself is made, and frozen with its rows, amounts
                and rules version, once the readiness points are met. Nothing is filed: you upload it in ACE
                yourself.
              </p>
            </ActionForm>
          </div>
        )}
      </Panel>
      <Panel title="Stays out" note={countOf(leftOutTotals.entries, "entry", "entries")} flush>
        <LeftOutTable groups={leftOut} totals={leftOutTotals} />
      </Panel>
    </div>
  );
}
