import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatBytes, formatCount } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";

type ImportState =
  | ("waiting" | "running" | "needs-mapping" | "previewed" | "adding" | "done")
  | ("failed" | "cancelled" | "undone");

export type ImportRow = {
  readonly id: string;
  readonly href: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly report: string | null;
  readonly state: ImportState;
  readonly read: number;
  readonly used: number;
  readonly setAside: number;
  readonly entries: number;
  /** ISO instant. */
  readonly importedAt: string;
  readonly importedBy: string;
};

const STATE = {
  waiting: { word: "Waiting", tone: "neutral" },
  running: { word: "Reading", tone: "ready" },
  "needs-mapping": { word: "Columns to name", tone: "caution" },
  previewed: { word: "Ready to add", tone: "caution" },
  adding: { word: "Adding", tone: "ready" },
  done: { word: "Used", tone: "done" },
  failed: { word: "Refused", tone: "blocked" },
  cancelled: { word: "Cancelled", tone: "neutral" },
  undone: { word: "Undone", tone: "neutral" },
} as const satisfies Record<ImportState, { word: string; tone: Tone }>;

export function ImportsTable({ rows }: { readonly rows: readonly ImportRow[] }) {
  if (rows.length === 0) return <EmptyState title="No file has been imported yet" />;
  return (
    <Table caption="Imported files">
      <Thead>
        <tr>
          <Th>File</Th>
          <Th>Report</Th>
          <Th>State</Th>
          <Th num>Rows read</Th>
          <Th num>Used</Th>
          <Th num>Set aside</Th>
          <Th num>Entries</Th>
          <Th num>Size</Th>
          <Th>Imported</Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-sunken">
            <Td className="max-w-80 min-w-48 break-words">
              <TextLink href={row.href}>{row.fileName}</TextLink>
            </Td>
            <Td nowrap>{row.report ?? <span className="text-muted">not known</span>}</Td>
            <Td>
              <Badge tone={STATE[row.state].tone}>{STATE[row.state].word}</Badge>
            </Td>
            <Td num>{formatCount(row.read)}</Td>
            <Td num>{formatCount(row.used)}</Td>
            <Td num>{formatCount(row.setAside)}</Td>
            <Td num>{formatCount(row.entries)}</Td>
            <Td num>{formatBytes(row.bytes)}</Td>
            <Td nowrap>
              <time dateTime={row.importedAt} className="font-mono">
                {formatInstant(row.importedAt)}
              </time>
              <span className="block text-muted">{row.importedBy}</span>
            </Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
