import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { countOf, formatCount } from "@/lib/wording/count";
import { MissingColumnsList, type MissingColumn } from "./missing-columns-notice";

type MonthKind = "covered" | "gap" | "open";

/** What was uploaded of one filer's entries for one importer. */
export type CoverageGroup = {
  readonly key: string;
  readonly filer: string;
  /** Null: not known, or the files disagree. */
  readonly importer: string | null;
  readonly importerName: string;
  readonly entries: number;
  readonly gaps: number;
  readonly months: readonly {
    readonly month: string;
    readonly kind: MonthKind;
    readonly entries: number;
    readonly rows: number;
    readonly shared: number;
  }[];
};

const MONTH_WORDS = {
  covered: { word: "Covered", tone: "done" },
  gap: { word: "Gap", tone: "caution" },
  open: { word: "No entries", tone: "neutral" },
} as const satisfies Record<MonthKind, { word: string; tone: Tone }>;

/** The months of one filer and importer: where nothing was uploaded, and what several files show. */
export function CoverageMonths({ group }: { readonly group: CoverageGroup }) {
  return (
    <Table caption={`Months of ${group.filer}, ${group.importer ?? "importer not known"}`}>
      <Thead>
        <tr>
          <Th>Month</Th>
          <Th num>Entries</Th>
          <Th num>Rows</Th>
          <Th num>In several files</Th>
          <Th>Coverage</Th>
        </tr>
      </Thead>
      <Tbody>
        {group.months.map(({ month, kind, entries, rows, shared }) => (
          <tr key={month}>
            <Td nowrap>{month}</Td>
            <Td num>{formatCount(entries)}</Td>
            <Td num>{formatCount(rows)}</Td>
            <Td num>{formatCount(shared)}</Td>
            <Td>
              <Badge tone={MONTH_WORDS[kind].tone}>{MONTH_WORDS[kind].word}</Badge>
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

export type CoveredFileRow = {
  readonly href: string;
  readonly fileName: string;
  readonly report: string | null;
  readonly entries: number;
  readonly rows: number;
  readonly shared: number;
  /** "2025-03 to 2025-08"; null where no entry date is known. */
  readonly months: string | null;
  readonly missing: readonly MissingColumn[];
};

/** Every file in the books: what it covers, and which columns it lacks. */
export function CoveredFiles({ files }: { readonly files: readonly CoveredFileRow[] }) {
  return (
    <Table caption="Files in the books">
      <Thead>
        <tr>
          <Th>File</Th>
          <Th>Months of entry</Th>
          <Th num>Entries</Th>
          <Th num>Rows</Th>
          <Th num>Also in other files</Th>
          <Th>Missing columns</Th>
        </tr>
      </Thead>
      <Tbody>
        {files.map(({ href, fileName, report, months, entries, rows, shared, missing }) => (
          <tr key={href}>
            <Td className="min-w-48 break-words">
              <TextLink href={href}>{fileName}</TextLink>
              <span className="block text-muted">{report ?? "not known"}</span>
            </Td>
            <Td nowrap>{months ?? "not known"}</Td>
            <Td num>{formatCount(entries)}</Td>
            <Td num>{formatCount(rows)}</Td>
            <Td num>{formatCount(shared)}</Td>
            <Td className="min-w-56">
              <MissingColumns columns={missing} />
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}

function MissingColumns({ columns }: { readonly columns: readonly MissingColumn[] }) {
  if (columns.length === 0) return "None";
  return (
    <Disclosure summary={countOf(columns.length, "column", "columns")}>
      <MissingColumnsList columns={columns} />
    </Disclosure>
  );
}
