import { Download } from "lucide";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { countOf } from "@/lib/wording/count";

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
  readonly unreadable: readonly {
    readonly row: string;
    readonly found: string;
    readonly perhaps: string;
    /** The check digit that was there fits, and no other reading does. */
    readonly proven: boolean;
  }[];
  /** How many of them are proven, and whether the clean files hold them. */
  readonly restorable: number;
  readonly restored: boolean;
  /** Rows that the clean files write otherwise. */
  readonly changes: readonly { readonly row: string; readonly found: string; readonly written: string }[];
  readonly filers: readonly string[];
  /** The same numbers as CBP takes them. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
};

/** More would slow the page and help nobody; the clean file holds them all. */
const ROWS_SHOWN = 200;

type FileCheckResultProps = {
  readonly file: CheckedFile;
  /** The person wants proven numbers in the clean files, or no longer. */
  readonly onRestore: (restore: boolean) => void;
};

export function FileCheckResult({ file, onRestore }: FileCheckResultProps) {
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
      {file.unreadable.length === 0 ? null : <Unreadable file={file} onRestore={onRestore} />}
      {file.changes.length === 0 ? null : <Changes rows={file.changes} />}
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
      <Icon of={Download} className="size-3.5" />
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

function Unreadable({ file, onRestore }: FileCheckResultProps) {
  const { unreadable, restorable, restored } = file;
  return (
    <Panel
      title="Rows without an entry number"
      note={
        restored
          ? "Those that are proven are in the clean file, in their place. The others are not."
          : "They are not in the clean file."
      }
      flush
    >
      {restorable === 0 ? null : (
        <div className="px-4 py-3">
          <Checkbox
            id="restore"
            label={`Put back ${countOf(restorable, "number", "numbers")} proven by its check digit`}
            hint="The check digit that stands in the file fits, and no other reading does. Compare with the entry summary all the same: one wrong number in ten fits by luck."
            checked={restored}
            onChange={(event) => {
              onRestore(event.target.checked);
            }}
          />
        </div>
      )}
      <Table caption="Rows without an entry number">
        <Thead>
          <tr>
            <Th num>Row</Th>
            <Th>Found</Th>
            <Th>Perhaps</Th>
            <Th>How sure</Th>
          </tr>
        </Thead>
        <Tbody>
          {unreadable.slice(0, ROWS_SHOWN).map(({ row, found, perhaps, proven }) => (
            <tr key={row}>
              <Td num>{row}</Td>
              <Td mono>{found}</Td>
              <Td mono>{perhaps}</Td>
              <Td nowrap>{proven ? "Proven by its check digit" : perhaps === "" ? "Lost" : "Not proven"}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      <Hidden rows={unreadable.length} />
    </Panel>
  );
}

/** Every row that is not byte for byte what stood there. */
function Changes({ rows }: { readonly rows: CheckedFile["changes"] }) {
  return (
    <Panel title="What the clean file writes otherwise" flush>
      <Table caption="Rows that the clean file writes otherwise">
        <Thead>
          <tr>
            <Th num>Row</Th>
            <Th>Found</Th>
            <Th>In the clean file</Th>
          </tr>
        </Thead>
        <Tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ row, found, written }) => (
            <tr key={row}>
              <Td num>{row}</Td>
              <Td mono>{found}</Td>
              <Td mono>{written}</Td>
            </tr>
          ))}
        </Tbody>
      </Table>
      <Hidden rows={rows.length} />
    </Panel>
  );
}

function Hidden({ rows }: { readonly rows: number }) {
  const hidden = rows - ROWS_SHOWN;
  return hidden > 0 ? (
    <p className="px-4 py-2 text-sm text-muted">and {countOf(hidden, "more row", "more rows")}</p>
  ) : null;
}
