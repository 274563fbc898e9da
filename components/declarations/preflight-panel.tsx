import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { Table, Tbody, Td, Th, Thead } from "@/components/ui/table";
import type { Confidence, PreflightState } from "@/lib/domain";
import { CONFIDENCE_WORDS } from "@/lib/wording/confidence";
import { countOf } from "@/lib/wording/count";
import { PREFLIGHT_STATE_WORDS } from "@/lib/wording/preflight";

export type PreflightRow = {
  /** CBP's words, and whose words they are. */
  readonly message: string;
  readonly wording: string;
  readonly meaning: string;
  readonly state: PreflightState;
  /** Null where it cannot be told. */
  readonly confidence: Confidence | null;
  /** "ZZX-1000005-2, ZZX-1000012-8 and 3 more"; empty where none is concerned. */
  readonly entries: string;
};

export type PreflightPanelProps = {
  readonly file: readonly PreflightRow[];
  readonly entry: readonly PreflightRow[];
  /** Of which day CBP's messages are. */
  readonly asOf: string;
};

/** CBP's two series of checks, run before CBP runs them. */
export function PreflightPanel({ file, entry, asOf }: PreflightPanelProps) {
  return (
    <Panel
      title="Preflight"
      note={`CBP checks the file first and then each entry. These are its messages as of ${asOf}, and what they would say here.`}
      flush
    >
      <Series title="The file, on upload" rows={file} caption="Checks of the file" />
      <Series title="Each entry, after the file was taken" rows={entry} caption="Checks of each entry" />
    </Panel>
  );
}

type SeriesProps = {
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly PreflightRow[];
};

const STATES = ["fails", "may-fail", "cannot-tell", "passes"] as const;

function Series({ title, caption, rows }: SeriesProps) {
  const counts = STATES.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [{ state, count }];
  });
  return (
    <Disclosure
      open={rows.some(({ state }) => state === "fails")}
      className="border-t border-line px-4 py-3 first:border-t-0"
      summary={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {title}
          {counts.map(({ state, count }) => (
            <Badge key={state} tone={PREFLIGHT_STATE_WORDS[state].tone}>
              {PREFLIGHT_STATE_WORDS[state].name}: {countOf(count, "check", "checks")}
            </Badge>
          ))}
        </span>
      }
    >
      <Table caption={caption}>
        <Thead>
          <tr>
            <Th>What CBP would say</Th>
            <Th>When</Th>
            <Th>Here</Th>
          </tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <tr key={row.message}>
              <Td className="min-w-56">
                <span className="font-mono text-sm">{row.message}</span>
                <span className="block text-xs text-muted">{row.wording}</span>
              </Td>
              <Td className="min-w-56">{row.meaning}</Td>
              <Td className="min-w-40">
                <Badge tone={PREFLIGHT_STATE_WORDS[row.state].tone}>
                  {PREFLIGHT_STATE_WORDS[row.state].name}
                </Badge>
                {row.confidence === null ? null : (
                  <span className="ml-2 text-sm text-muted" title={CONFIDENCE_WORDS[row.confidence].meaning}>
                    {CONFIDENCE_WORDS[row.confidence].name}
                  </span>
                )}
                {row.entries === "" ? null : (
                  <span className="block font-mono text-sm text-muted">{row.entries}</span>
                )}
              </Td>
            </tr>
          ))}
        </Tbody>
      </Table>
    </Disclosure>
  );
}
