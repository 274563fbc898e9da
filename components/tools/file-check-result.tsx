import { Download } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

export type CheckedFile = {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  readonly tone: Tone;
  readonly summary: string;
  readonly findings: readonly {
    readonly id: string;
    readonly name: string;
    readonly advice: string;
    readonly weight: string;
    readonly tone: Tone;
    readonly where: string;
    readonly cbpSays: string | null;
  }[];
  readonly unreadable: readonly { readonly row: string; readonly found: string; readonly perhaps: string }[];
  readonly filers: readonly string[];
  /** The same numbers as CBP takes them. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
};

/** More would slow the page and help nobody; the clean file holds them all. */
const ROWS_SHOWN = 200;

export function FileCheckResult({ file }: { readonly file: CheckedFile }) {
  return (
    <div className="space-y-6">
      <Notice tone={file.tone} title={file.title} live actions={<CleanFiles files={file.files} />}>
        <p>
          <span className="font-mono break-all">{file.name}</span>: {file.summary}
          {file.filers.length === 0 ? "" : `; by filer ${file.filers.join(", ")}`}.
        </p>
        <p>{file.meaning}</p>
      </Notice>
      {file.findings.length === 0 ? null : <Findings findings={file.findings} />}
      {file.unreadable.length === 0 ? null : <Unreadable rows={file.unreadable} />}
    </div>
  );
}

/** The browser makes the file itself: a data address holds it. */
function CleanFiles({ files }: Pick<CheckedFile, "files">) {
  return files.map(({ name, content }) => (
    <a
      key={name}
      download={name}
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(content)}`}
      className={buttonLook({ variant: "secondary", size: "sm" })}
    >
      <Download aria-hidden className="size-3.5" />
      {name}
    </a>
  ));
}

function Findings({ findings }: Pick<CheckedFile, "findings">) {
  return (
    <Panel title="What was found" flush>
      <Table caption="What was found in the file">
        <Thead>
          <tr>
            <Th>Weight</Th>
            <Th>What and why</Th>
            <Th>Where</Th>
            <Th>CBP&apos;s words</Th>
          </tr>
        </Thead>
        <Tbody>
          {findings.map(({ id, name, advice, weight, tone, where, cbpSays }) => (
            <tr key={id}>
              <Td nowrap>
                <Badge tone={tone}>{weight}</Badge>
              </Td>
              <Td className="min-w-56">
                <p className="font-medium">{name}</p>
                <p className="text-muted">{advice}</p>
              </Td>
              <Td className="min-w-32">{where}</Td>
              <Td className="min-w-40">{cbpSays ?? "none published"}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </Panel>
  );
}

function Unreadable({ rows }: { readonly rows: CheckedFile["unreadable"] }) {
  const hidden = rows.length - ROWS_SHOWN;
  return (
    <Panel title="Rows without an entry number" note="They are not in the clean file." flush>
      <Table caption="Rows without an entry number">
        <Thead>
          <tr>
            <Th num>Row</Th>
            <Th>Found</Th>
            <Th>Perhaps, by its check digit</Th>
          </tr>
        </Thead>
        <Tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ row, found, perhaps }) => (
            <tr key={row}>
              <Td num>{row}</Td>
              <Td mono>{found}</Td>
              <Td mono>{perhaps}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      {hidden > 0 ? <p className="px-4 py-2 text-sm text-muted">and {hidden} more rows</p> : null}
    </Panel>
  );
}
