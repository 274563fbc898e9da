import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { Panel } from "@/components/ui/panel";
import { Stat, StatRow } from "@/components/ui/stat";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";
import { BuilderChoice, type Choices } from "./builder-choice";
import { LeftOutTable, type LeftOutGroup } from "./left-out-table";
import { PreflightPanel, type PreflightPanelProps } from "./preflight-panel";

type PlannedFile = {
  readonly fileName: string;
  readonly filerCode: string;
  readonly entries: number;
  readonly refundable: string;
};

type DeclarationBuilderProps = {
  /** The page's own path: choosing asks it with GET, `importer`, `filer` and `lane`. */
  readonly path: string;
  readonly choices: Choices;
  /** Several importers of one filer share a file. */
  readonly merged: boolean;
  readonly files: readonly PlannedFile[];
  readonly goesIn: { readonly entries: number; readonly refundable: string; readonly interest: string };
  /** Null where there is no file to check. */
  readonly preflight: PreflightPanelProps | null;
  readonly leftOut: readonly LeftOutGroup[];
  readonly leftOutTotals: { readonly entries: number; readonly refundable: string };
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
};

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

/** Choose importers, filers and lanes; see what goes in, in which files, and what stays out and why; then build. */
export function DeclarationBuilder(builder: DeclarationBuilderProps) {
  const { choices, merged, goesIn, files, leftOut, leftOutTotals, action, hidden } = builder;
  return (
    <div className="space-y-5">
      <Panel
        title="What to declare"
        note={`${merged ? "One filer per file, its importers together" : "One importer and one filer per file"}; at most 9,999 entries and under 1 MB in each.`}
      >
        <BuilderChoice path={builder.path} {...choices} />
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
      {builder.preflight === null ? null : <PreflightPanel {...builder.preflight} />}
      <Panel title="Stays out" note={countOf(leftOutTotals.entries, "entry", "entries")} flush>
        <LeftOutTable groups={leftOut} totals={leftOutTotals} />
      </Panel>
    </div>
  );
}
